import { error, type Finding } from '../definition/finding';
import type { Subject } from './subject';

function unknown(path: string, name: string): Finding {
  return error({ code: 'unknown-field', path }, `表单里没有字段「${name}」。`, `The form has no field “${name}”.`);
}

/** What people may start by hand is offered once, and is handed fields that are there. Pure. */
export function byHandFindings({ definition, fields }: Subject): Finding[] {
  const offered = definition.children ?? [];
  return offered.flatMap(({ definition: key, map, shows }, index) => {
    const path = `children.${index}`;
    const twice = offered.findIndex((each) => each.definition === key) < index;
    const sources = Object.entries(map).flatMap(([target, source]): Finding[] => {
      if ('column' in source) return [unknown(`${path}.map.${target}`, source.column)];
      return 'field' in source && !fields.has(source.field) ? [unknown(`${path}.map.${target}`, source.field)] : [];
    });
    return [
      ...(twice
        ? [error({ code: 'child-twice', path: `${path}.definition` }, `流程「${key}」列了两次。`, `The process “${key}” is listed twice.`)]
        : []),
      ...sources,
      ...shows.filter((field) => !fields.has(field)).map((field) => unknown(`${path}.shows`, field)),
    ];
  });
}
