import { error, type Finding } from '../../definition/finding';
import type { Subject } from '../subject';

/** Entrances are told apart by a choice that has to be made at the start, and each is one of its options. Pure. */
export function entranceFindings({ definition: { entrances }, fields }: Subject): Finding[] {
  if (entrances === undefined) return [];
  const field = fields.get(entrances.field);
  if (field?.type !== 'choice' || field.filledAt !== 'start' || field.required !== true || field.visible !== undefined)
    return [
      error(
        { code: 'entrance-field', path: 'entrances.field' },
        `「${entrances.field}」须是发起时必填、始终显示的选项字段，才能用来区分入口。`,
        `“${entrances.field}” has to be a required choice that is always shown at the start, to tell entrances apart.`,
      ),
    ];
  const seen = new Set<string>();
  return entrances.each.flatMap(({ value }, index): Finding[] => {
    const path = `entrances.each.${index}.value`;
    const twice = seen.has(value);
    seen.add(value);
    if (twice) return [error({ code: 'duplicate-key', path }, `「${value}」重复。`, `“${value}” is used twice here.`)];
    if (field.options.some((option) => option.value === value)) return [];
    return [
      error(
        { code: 'unknown-option', path },
        `「${field.label.zh}」没有选项「${value}」。`,
        `“${field.label.en}” has no option “${value}”.`,
      ),
    ];
  });
}
