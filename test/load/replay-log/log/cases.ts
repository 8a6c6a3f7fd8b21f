import type { Mapping } from '../mapping/mapping.schema';
import type { Attributes, LogCase } from './xes';

/** Which cases of a log are replayed. */
export interface Choice {
  /** Trace attribute → values of which the case must have one; all must hold. */
  where: Readonly<Record<string, readonly string[]>>;
  /** How many, chosen by the seed; null = all. */
  sample: number | null;
  seed: string;
}

/** The activity of an event: the attributes that the mapping names, joined. */
export function activityOf(event: Attributes, { log }: Pick<Mapping, 'log'>): string {
  return log.activity.map((key) => event[key] ?? '').join('|');
}

/** A small stable number of a text (FNV-1a), so that the same case always meets the same people. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/** The cases that a replay is about, in the order of the log: children told apart, filtered, sampled, their events put in order. */
export async function* chosenCases(all: AsyncIterable<LogCase>, mapping: Mapping, choice: Choice): AsyncGenerator<LogCase> {
  const wanted = matching(all, mapping, choice);
  if (choice.sample === null) return yield* wanted;
  yield* await sampled(wanted, mapping, { size: choice.sample, seed: choice.seed });
}

async function* matching(all: AsyncIterable<LogCase>, mapping: Mapping, { where }: Choice): AsyncGenerator<LogCase> {
  const asked = [...Object.entries(mapping.log.where), ...Object.entries(where)];
  for await (const trace of all)
    for (const one of childrenOf(trace, mapping))
      if (asked.every(([key, values]) => values.includes(one.attributes[key] ?? '')))
        yield { ...one, events: ordered(one.events, mapping) };
}

/** One case for each child that the events of a trace name; the trace itself where the mapping tells no children apart. */
export function childrenOf(trace: LogCase, { log }: Pick<Mapping, 'log'>): LogCase[] {
  const { children } = log;
  if (!children) return [trace];
  const names = [...new Set(trace.events.flatMap((event) => event[children.attribute] ?? []))];
  return names.map((name) => {
    const own = (event: Attributes): boolean => event[children.attribute] === name;
    const shared = (event: Attributes): boolean => children.shared === 'each' && event[children.attribute] === undefined;
    const parent = trace.attributes[log.case] ?? '';
    return {
      attributes: { ...trace.attributes, [log.case]: `${parent} / ${name}` },
      events: trace.events.filter((event) => own(event) || shared(event)),
    };
  });
}

/** Events by their time where the mapping names it; of one time in the order of `ties`, else as the file has them. */
export function ordered(events: readonly Attributes[], mapping: Pick<Mapping, 'log'>): Attributes[] {
  const { time, ties } = mapping.log;
  if (time === undefined) return [...events];
  const ranks = new Map(ties.map((activity, index) => [activity, index]));
  const at = (event: Attributes): number => Date.parse(event[time] ?? '');
  const rank = (event: Attributes): number => ranks.get(activityOf(event, mapping)) ?? ties.length;
  const unreadable = events.find((event) => Number.isNaN(at(event)));
  if (unreadable) throw new Error(`Expected every event to have a time in “${time}”, but “${activityOf(unreadable, mapping)}” has none`);
  return events
    .map((event, index) => ({ event, index }))
    .sort((left, right) => at(left.event) - at(right.event) || rank(left.event) - rank(right.event) || left.index - right.index)
    .map(({ event }) => event);
}

/** So many cases, the same ones for a seed whatever else the log holds, in its order. Holds no more than twice that many at a time. */
async function sampled(
  cases: AsyncIterable<LogCase>,
  { log }: Mapping,
  { size, seed }: { size: number; seed: string },
): Promise<LogCase[]> {
  let kept: { one: LogCase; place: number; lot: number }[] = [];
  const best = () => kept.sort((left, right) => left.lot - right.lot || left.place - right.place).slice(0, size);
  let place = 0;
  for await (const one of cases) {
    kept.push({ one, place, lot: hashOf(`${seed}\n${one.attributes[log.case] ?? ''}`) });
    place += 1;
    if (kept.length >= 2 * size) kept = best();
  }
  return best()
    .sort((left, right) => left.place - right.place)
    .map(({ one }) => one);
}
