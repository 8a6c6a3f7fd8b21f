import { error, type Finding } from '../definition/finding';
import type { Subject } from './subject';

/** What two requests can be told to have in common. */
const COMPARABLE: readonly string[] = ['text', 'choice', 'yes-no', 'number', 'date', 'person', 'unit', 'request'];

/** Fields that together only one request may have are there, filled in by the requester, and can be compared. Pure. */
export function oneInForceFindings({ definition: { oneInForce = [] }, fields }: Subject): Finding[] {
  return oneInForce.flatMap((key, index): Finding[] => {
    const path = `oneInForce.${index}`;
    const field = fields.get(key);
    if (field === undefined)
      return [error({ code: 'unknown-field', path }, `表单里没有字段「${key}」。`, `The form has no field “${key}”.`)];
    if (field.filledAt === 'start' && COMPARABLE.includes(field.type)) return [];
    return [
      error(
        { code: 'not-comparable', path },
        `「${field.label.zh}」不能用来判断是否重复：须由申请人填写，且为文本、选项、是否、数字、日期、人员、组织或申请。`,
        `“${field.label.en}” cannot tell requests apart: it has to be filled in by the requester and be a text, choice, yes-no, number, date, person, unit or request.`,
      ),
    ];
  });
}
