import { rootOf } from '../../conditions/holds';
import { conditionPaths } from '../../conditions/operands';
import { derivedFrom } from '../../definition/fields/derived';
import type { Definition } from '../../definition/definition.schema';
import type { Field } from '../../definition/fields/field.schema';

/** Fields in the order in which they settle, each after those that it hangs on, and the circles that no order can settle. */
interface Settling {
  order: Field[];
  circles: string[][];
}

const kept = new WeakMap<Definition['form'], Settling>();

/**
 * The fields of a form in the order in which it is known whether they are shown: each after the fields that its `visible` looks at, what is
 * worked out after what it is worked out from. Pure (kept per form). Fields on a circle, which no new definition may have, stand in the order of the form.
 */
export function settlingOrder(definition: Definition): readonly Field[] {
  return settled(definition).order;
}

/** Circles of fields whose visibility hangs on one another, each named once in the order of the form; none in a sound definition. Pure. */
export function visibilityCircles(definition: Definition): string[][] {
  return settled(definition).circles;
}

/** Keys of the fields that a field's own state hangs on: what its `visible` looks at, and what it is worked out from. Pure. */
export function hangsOn(field: Field): string[] {
  const paths = [...(field.visible === undefined ? [] : conditionPaths(field.visible)), ...derivedFrom(field)];
  return [...new Set(paths.map(rootOf))];
}

/** Whether filling in one of these fields may show or hide another, directly or through fields in between. Pure. */
export function hangsOnAny(definition: Definition, field: Field, keys: ReadonlySet<string>): boolean {
  const byKey = new Map(definition.form.fields.map((each) => [each.key, each]));
  const seen = new Set<string>();
  const open = hangsOn(field);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (keys.has(key)) return true;
    const next = byKey.get(key);
    if (seen.has(key) || !next) continue;
    seen.add(key);
    open.push(...hangsOn(next));
  }
  return false;
}

function settled({ form }: Definition): Settling {
  const known = kept.get(form);
  if (known) return known;
  const found = settle(form.fields);
  kept.set(form, found);
  return found;
}

/** Tarjan's strongly connected components, which come out with everything they hang on before them. */
function settle(fields: readonly Field[]): Settling {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const place = new Map(fields.map((field, index) => [field.key, index]));
  const marks = new Map<string, { index: number; low: number; open: boolean }>();
  const open: string[] = [];
  const groups: string[][] = [];
  const visit = (key: string): { index: number; low: number; open: boolean } => {
    const mark = { index: marks.size, low: marks.size, open: true };
    marks.set(key, mark);
    open.push(key);
    for (const next of hangsOn(byKey.get(key) as Field).filter((each) => byKey.has(each))) {
      const seen = marks.get(next);
      if (!seen) mark.low = Math.min(mark.low, visit(next).low);
      else if (seen.open) mark.low = Math.min(mark.low, seen.index);
    }
    if (mark.low === mark.index) groups.push(closed(open.splice(open.indexOf(key)), marks, place));
    return mark;
  };
  for (const { key } of fields) if (!marks.has(key)) visit(key);
  const isCircle = ([first = '', ...more]: string[]) => more.length > 0 || hangsOn(byKey.get(first) as Field).includes(first);
  return { order: groups.flat().flatMap((key) => byKey.get(key) ?? []), circles: groups.filter(isCircle) };
}

function closed(group: string[], marks: Map<string, { open: boolean }>, place: Map<string, number>): string[] {
  for (const key of group) (marks.get(key) as { open: boolean }).open = false;
  return group.sort((left, right) => (place.get(left) ?? 0) - (place.get(right) ?? 0));
}
