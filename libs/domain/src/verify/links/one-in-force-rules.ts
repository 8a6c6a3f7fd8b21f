import { error, type Finding } from '../../definition/finding';
import { LIMITS } from '../../definition/limits';
import { oneInForceParts } from '../../definition/starts/one-in-force.schema';
import type { Subject } from '../subject';

/** What two requests can be told to have in common. */
const COMPARABLE: readonly string[] = ['text', 'choice', 'yes-no', 'number', 'date', 'person', 'unit', 'request'];

const unknown = (path: string, key: string): Finding =>
  error({ code: 'unknown-field', path }, `表单里没有字段「${key}」。`, `The form has no field “${key}”.`);

/** Of each day of the range something is kept in the database: there are not too many. */
function rangeFindings({ fields }: Subject, key: string): Finding[] {
  const path = 'oneInForce.during';
  const field = fields.get(key);
  if (field === undefined) return [unknown(path, key)];
  const most = LIMITS.heldDays;
  if (field.type === 'date-range' && field.filledAt === 'start' && (field.maxDays ?? most + 1) <= most) return [];
  return [
    error(
      { code: 'not-a-bounded-range', path },
      `「${field.label.zh}」须为由申请人填写的日期区间，并设 maxDays（最多 ${most} 天）。`,
      `“${field.label.en}” has to be a range of dates that the requester fills in, with \`maxDays\` of at most ${most}.`,
    ),
  ];
}

/** What only one request may have is there, filled in by the requester, and can be compared. Pure. */
export function oneInForceFindings(subject: Subject): Finding[] {
  const { definition, fields } = subject;
  if (definition.oneInForce === undefined) return [];
  const { same, during } = oneInForceParts(definition.oneInForce);
  const named = Array.isArray(definition.oneInForce) ? 'oneInForce' : 'oneInForce.same';
  if (same.length === 0 && during === null)
    return [
      error(
        { code: 'nothing-in-common', path: 'oneInForce' },
        '须写明哪些字段相同（same）或哪个日期区间不得重叠（during）。',
        'Say which fields say the same (`same`), or which range of dates may not overlap (`during`).',
      ),
    ];
  const alike = same.flatMap((key, index): Finding[] => {
    const path = `${named}.${index}`;
    const field = fields.get(key);
    if (field === undefined) return [unknown(path, key)];
    if (field.filledAt === 'start' && COMPARABLE.includes(field.type)) return [];
    return [
      error(
        { code: 'not-comparable', path },
        `「${field.label.zh}」不能用来判断是否重复：须由申请人填写，且为文本、选项、是否、数字、日期、人员、组织或申请。`,
        `“${field.label.en}” cannot tell requests apart: it has to be filled in by the requester and be a text, choice, yes-no, number, date, person, unit or request.`,
      ),
    ];
  });
  return [...alike, ...(during === null ? [] : rangeFindings(subject, during))];
}
