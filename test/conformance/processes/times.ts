import { flatten, isHuman, kindOf, timeRuleOf, type Definition } from '@countersign/domain';

/** By when each step of people is to be done, and each item of a list, and until when each step waits, in the words of a sheet. */
export type Times = Readonly<Record<string, string>>;

/** G03: what a step takes whose sheet says nothing else. */
const USUAL: Readonly<Record<string, string>> = { review: '2 days', opinion: '3 days', approve: '2 days', countersign: '2 days' };
/** G03: a reminder at half the time, at its end, and the superior a working day later. */
const RUNGS = '[{"kind":"remind","percent":50},{"kind":"due"},{"kind":"escalate","after":{"days":1},"to":"superior"}]';

/** So many days before or after a date of the form, and when on that day, or how many minutes from when the unit closes. */
function dated({ field, days = 0, at, closing }: Dated): string {
  const shift = days === 0 ? '' : days > 0 ? `+${days}` : String(days);
  const time = at ?? (closing === undefined ? undefined : `closing${closing < 0 ? '' : '+'}${closing}`);
  return `${field ?? 'begun'}${shift}${time === undefined ? '' : ` ${time}`}`;
}
interface Dated {
  field?: string | undefined;
  days?: number | undefined;
  at?: string | undefined;
  closing?: number | undefined;
}

/** Those of a definition. */
export function timesOf(definition: Definition): Times {
  const all = [...flatten(definition.flow), ...flatten(definition.revoke?.steps ?? [])];
  const waits = all.flatMap((step): [string, string][] =>
    step.kind === 'delay' && step.until.field ? [[step.id, dated(step.until)]] : [],
  );
  const steps = all.filter(isHuman);
  const entries = steps.flatMap((step): [string, string][] => {
    const list = kindOf(step).list?.(step);
    if (list) return list.items.map(({ id, due }) => [id, due === undefined ? 'never' : dated(due)]);
    const rule = timeRuleOf(definition, step);
    if (rule === null) return [[step.id, 'never']];
    const { span, field, clock, rungs } = rule;
    const spans = Object.entries(span ?? {}).map(([unit, count]) => `${count} ${unit}`);
    const words = [...(field === null ? [] : [dated({ ...step.due, field })]), ...spans, ...(clock === 'store' ? ['store'] : [])];
    return [[step.id, [...words, ...(JSON.stringify(rungs) === RUNGS ? [] : [JSON.stringify(rungs)])].join(' ')]];
  });
  return Object.fromEntries([...entries, ...waits]);
}

/** Those that a sheet expects: its own, and for every other step what is usual for its kind. */
export function expectedTimes(definition: Definition, told: Times): Times {
  const steps = flatten(definition.flow).filter((step) => isHuman(step) && !kindOf(step).list);
  const usual = steps.flatMap(({ id, kind }): [string, string][] => (id in told ? [] : [[id, USUAL[kind] ?? 'unsaid']]));
  return { ...Object.fromEntries(usual), ...told };
}
