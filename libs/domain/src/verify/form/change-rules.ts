import { rootOf } from '../../conditions/holds';
import type { Definition } from '../../definition/definition.schema';
import { derivedFrom, isDerived } from '../../definition/fields/derived';
import { error, type Finding } from '../../definition/finding';
import { kindOf, type HumanStep } from '../../definition/step.schema';
import { submitChecksOf } from '../../definition/starts/submit-checks';
import { guardNamed } from '../../guards';
import type { Subject } from '../subject';

/** A table of the requester, decided row by row by one person who says yes or no; amounts are cut in a column of money. */
function rowFindings({ fields }: Subject, step: HumanStep, path: string): Finding[] {
  const { rows } = step;
  if (rows === undefined) return [];
  const at = `${path}.rows`;
  const { settle, list, decision } = kindOf(step);
  if (settle || list || decision?.signed || decision?.carriedOut)
    return [
      error({ code: 'rows-together', path: at }, '只有审批和审核步骤可以逐行审批。', 'Only an approval or a review is decided row by row.'),
    ];
  if (step.authority?.kind === 'execute' || step.fields.required.length > 0)
    return [
      error(
        { code: 'rows-with-writing', path: at },
        '逐行审批的步骤不能同时要求填写字段，也不能是「执行」步骤：逐行审批时没有地方填写，也没有地方确认。请另设一步。',
        'A step that is decided row by row neither demands fields nor carries anything out: rows are decided without a place to fill them in or to confirm it. Use a step of its own.',
      ),
    ];
  const table = fields.get(rows.table);
  if (table?.type !== 'table' || table.filledAt !== 'start' || step.fields.hidden.includes(rows.table))
    return [
      error(
        { code: 'not-a-table', path: `${at}.table` },
        `「${rows.table}」不是申请人填写、这一步可见的表格。`,
        `“${rows.table}” is no table that the requester fills in and the step shows.`,
      ),
    ];
  if (rows.cut === undefined || table.columns.some(({ key, type }) => key === rows.cut && type === 'money')) return [];
  return [
    error(
      { code: 'not-money', path: `${at}.cut` },
      `「${rows.cut}」不是表格的金额列。`,
      `“${rows.cut}” is not a money column of the table.`,
    ),
  ];
}

/** What working days are counted from: they are counted once, when the form is sent. */
function countedOnce({ form }: Definition): string[] {
  return form.fields.flatMap((field) => (field.type === 'days' && field.count === 'working' ? derivedFrom(field) : []));
}

/** What of the requester's own fields a step may correct: nothing that was checked when the form was sent, or that says whose it is. */
function editFindings({ definition, fields }: Subject, step: HumanStep, path: string): Finding[] {
  const { edit = [], hidden } = step.fields;
  const at = `${path}.fields.edit`;
  const { settle, list, decision } = kindOf(step);
  if (edit.length > 0 && (settle || list || decision?.signed))
    return [
      error(
        { code: 'edits-together', path: at },
        '多人会签、清单和意见步骤不能更正申请内容。',
        'A step that several sign, a checklist or an opinion corrects nothing of the form.',
      ),
    ];
  const checked = submitChecksOf(definition)
    .flatMap(({ type, params }) => guardNamed(type)?.fields(params) ?? [])
    .map(rootOf);
  const counted = countedOnce(definition);
  const isOwn = (key: string): boolean => {
    const field = fields.get(key);
    return field?.filledAt === 'start' && !isDerived(field) && key !== definition.beneficiary && !counted.includes(key);
  };
  return edit
    .filter((key) => !isOwn(key) || hidden.includes(key) || checked.includes(key))
    .map((key) =>
      error(
        { code: 'not-editable', path: at },
        `「${key}」不能由处理人更正：只能更正申请人填写、对处理人可见、且提交时不作检查、不据以计算工作日的字段。`,
        `“${key}” cannot be corrected: only what the requester fills in, the step shows and neither a check of the submit nor a count of working days looks at can be.`,
      ),
    );
}

/** What a step may change of what the requester has filled in: fields that its decider corrects, and rows that are decided one by one. Pure. */
export function changeFindings(subject: Subject, step: HumanStep, path: string): Finding[] {
  return [...editFindings(subject, step, path), ...rowFindings(subject, step, path)];
}
