import { error, type Finding } from '../../definition/finding';
import { hiddenBySome } from '../../form/shown/hidden-from';
import type { ByHand } from '../../definition/starts/by-hand.schema';
import type { Subject } from '../subject';

function unknown(path: string, name: string): Finding {
  return error({ code: 'unknown-field', path }, `表单里没有字段「${name}」。`, `The form has no field “${name}”.`);
}

/** Whoever was asked on a step that hides a field may start the other request, holders of a role among them, and reads there what it is handed. */
function leaks({ definition, steps }: Subject, { by, map }: ByHand, path: string): Finding[] {
  if (by.every((who) => who === 'requester')) return [];
  const hidden = hiddenBySome({ definition, steps: Object.fromEntries(steps.map(({ step }) => [step.id, step])) });
  return Object.entries(map).flatMap(([target, source]) =>
    'field' in source && hidden.has(source.field)
      ? [
          error(
            { code: 'hidden-but-handed', path: `${path}.map.${target}` },
            `有步骤不显示「${source.field}」，而处理人可以发起这种子申请，会在其中看到它。请不要带入，或不让处理人发起。`,
            `A step hides “${source.field}”, but its people may start this child request and would read it there. Do not hand it over, or do not let them start it.`,
          ),
        ]
      : [],
  );
}

/** What people may start by hand is offered once, and is handed fields that are there. Pure. */
export function byHandFindings(subject: Subject): Finding[] {
  const { definition, fields } = subject;
  const offered = definition.children ?? [];
  return offered.flatMap((each, index) => {
    const { definition: key, map, shows } = each;
    const path = `children.${index}`;
    const twice = offered.findIndex((other) => other.definition === key) < index;
    const sources = Object.entries(map).flatMap(([target, source]): Finding[] => {
      if ('column' in source) return [unknown(`${path}.map.${target}`, source.column)];
      return 'field' in source && !fields.has(source.field) ? [unknown(`${path}.map.${target}`, source.field)] : [];
    });
    return [
      ...(twice
        ? [error({ code: 'child-twice', path: `${path}.definition` }, `流程「${key}」列了两次。`, `The process “${key}” is listed twice.`)]
        : []),
      ...sources,
      ...leaks(subject, each, path),
      ...shows.filter((field) => !fields.has(field)).map((field) => unknown(`${path}.shows`, field)),
    ];
  });
}
