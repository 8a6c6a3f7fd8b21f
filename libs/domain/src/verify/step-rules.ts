import type { Anchor, Assignee } from '../definition/assignee.schema';
import type { FieldType } from '../definition/field.schema';
import { kindOf, type HumanStep } from '../definition/step.schema';
import type { GuardReference } from '../definition/steps/step-parts';
import { guardNamed } from '../guards';
import { isHuman } from '../definition/flow';
import { formatProblemsOf } from '../definition/format-problems';
import { error, warning, type Finding } from '../definition/finding';
import { rootOf } from '../conditions/holds';
import { bulkFindings } from './bulk-rules';
import { operandType } from './operand-type';
import { assigneesAt, columnAt, type PlacedStep, type Subject } from './subject';

function anchorOf(rule: Assignee): Anchor | 'company' | null {
  if (rule.by === 'role') return rule.scope;
  return rule.by === 'superior' || rule.by === 'climb' ? rule.of : null;
}

function assigneeFindings(subject: Subject, placed: PlacedStep): Finding[] {
  return assigneesAt(placed).flatMap(({ rule, path }) => {
    const found: Finding[] = [];
    const anchor = anchorOf(rule);
    const type = (key: string) => subject.fields.get(key)?.type;
    if (rule.by === 'field' && type(rule.field) !== 'person') {
      found.push(error({ code: 'not-person', path }, `「${rule.field}」不是人员字段。`, `“${rule.field}” is not a person field.`));
    }
    if (anchor !== null && typeof anchor === 'object' && type(anchor.field) !== 'person' && type(anchor.field) !== 'unit') {
      found.push(
        error({ code: 'bad-anchor', path }, `「${anchor.field}」不是人员或组织字段。`, `“${anchor.field}” is not a person or unit field.`),
      );
    }
    return found;
  });
}

function authorityFindings(subject: Subject, step: HumanStep, path: string): Finding[] {
  const { authority } = step;
  if (!authority) return [];
  const at = `${path}.authority`;
  if (authority.amount === undefined) {
    return authority.kind === 'approve-within-limit'
      ? [
          error(
            { code: 'limit-without-amount', path: at },
            '「限额内批准」必须写明与额度比较的金额字段。',
            '“approve-within-limit” must name the money field that the limit is compared with.',
          ),
        ]
      : [];
  }
  const type = operandType(subject, { field: authority.amount });
  return typeof type === 'string' && type.startsWith('money')
    ? []
    : [
        error(
          { code: 'not-money', path: `${at}.amount` },
          `「${authority.amount}」不是金额字段。`,
          `“${authority.amount}” is not a money field.`,
        ),
      ];
}

function fieldListFindings(subject: Subject, step: HumanStep, path: string): Finding[] {
  const { write, required, hidden } = step.fields;
  const unknown = [...write, ...hidden].filter((key) => !subject.fields.has(key));
  return [
    ...unknown.map((key) =>
      error({ code: 'unknown-field', path: `${path}.fields` }, `表单里没有字段「${key}」。`, `The form has no field “${key}”.`),
    ),
    ...required
      .filter((key) => !write.includes(key))
      .map((key) =>
        error(
          { code: 'required-not-writable', path: `${path}.fields.required` },
          `必填的「${key}」不在本步骤可填写的字段里。`,
          `“${key}” is required at this step, but the step cannot write it.`,
        ),
      ),
    ...write
      .filter((key) => subject.fields.get(key)?.filledAt === 'start' || subject.fields.get(key)?.type === 'money-sum')
      .map((key) =>
        error(
          { code: 'not-a-step-field', path: `${path}.fields.write` },
          `「${key}」由申请人填写（或自动合计），步骤不能改写。`,
          `“${key}” is filled in by the requester or is a sum; steps write only fields that are filled in at a step.`,
        ),
      ),
    ...editFindings(subject, step, path),
    ...rowFindings(subject, step, path),
    ...hidden
      .filter((key) => write.includes(key))
      .map((key) =>
        error(
          { code: 'hidden-but-writable', path: `${path}.fields.hidden` },
          `「${key}」不能既隐藏又可填写。`,
          `“${key}” cannot be both hidden and writable.`,
        ),
      ),
  ];
}

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
  const checked = definition.submitChecks.flatMap(({ type, params }) => guardNamed(type)?.fields(params) ?? []).map(rootOf);
  const isOwn = (key: string): boolean => {
    const field = fields.get(key);
    return field?.filledAt === 'start' && field.type !== 'money-sum' && key !== definition.beneficiary;
  };
  return edit
    .filter((key) => !isOwn(key) || hidden.includes(key) || checked.includes(key))
    .map((key) =>
      error(
        { code: 'not-editable', path: at },
        `「${key}」不能由处理人更正：只能更正申请人填写、对处理人可见、且提交时不作检查的字段。`,
        `“${key}” cannot be corrected: only what the requester fills in, the step shows and no check of the submit looks at can be.`,
      ),
    );
}

function guardFindings(subject: Subject, reference: GuardReference, path: string): Finding[] {
  const guard = guardNamed(reference.type);
  if (!guard?.inDefinitions)
    return [
      error({ code: 'unknown-guard', path }, `没有名为「${reference.type}」的检查。`, `There is no check named “${reference.type}”.`),
    ];
  const parsed = guard.params.safeParse(reference.params);
  if (!parsed.success) {
    return formatProblemsOf(parsed.error.issues, reference.params).map(({ path: at, message }) =>
      error(
        { code: 'bad-guard-params', path: [`${path}.params`, at].filter(Boolean).join('.') },
        `检查「${reference.type}」的参数${at === '' ? '' : `「${at}」`}${message.zh}。`,
        `The check “${reference.type}”: ${at === '' ? 'its parameters object' : `“${at}”`} ${message.en}.`,
      ),
    );
  }
  return guard.fields(parsed.data).flatMap((name) => checkedField(subject, { name, takes: guard.takes, type: reference.type }, path));
}

/** The field that a check looks at exists and is of a type that the check makes sense of: else it would pass everything. */
function checkedField(
  subject: Subject,
  { name, takes, type }: { name: string; takes: readonly FieldType[] | null; type: string },
  path: string,
): Finding[] {
  if (typeof operandType(subject, { field: name }) === 'object')
    return [error({ code: 'unknown-field', path: `${path}.params` }, `表单里没有字段「${name}」。`, `The form has no field “${name}”.`)];
  const found = (columnAt(subject, name) ?? subject.fields.get(name))?.type;
  if (takes === null || (found !== undefined && takes.includes(found) && !/\.(from|to)$/.test(name))) return [];
  return [
    error(
      { code: 'bad-guard-params', path: `${path}.params` },
      `检查「${type}」不能用于「${name}」，只能用于 ${takes.join('、')} 类型的字段。`,
      `The check “${type}” cannot be used on “${name}”; it works on fields of type ${takes.join(', ')} only.`,
    ),
  ];
}

function humanFindings(subject: Subject, step: HumanStep, path: string): Finding[] {
  const found = [...authorityFindings(subject, step, path), ...fieldListFindings(subject, step, path), ...bulkFindings(step, path)];
  found.push(...step.checks.flatMap((check, index) => guardFindings(subject, check, `${path}.checks.${index}`)));
  const { field } = step.due ?? {};
  if (field !== undefined && subject.fields.get(field)?.type !== 'date') {
    found.push(error({ code: 'not-date', path: `${path}.due.field` }, `「${field}」不是日期字段。`, `“${field}” is not a date field.`));
  }
  return [...found, ...ladderFindings(step, path)];
}

/** Where several sign, or a list is done item by item, nobody's part can be given to somebody else because it is late. */
function ladderFindings(step: HumanStep, path: string): Finding[] {
  const { settle, list } = kindOf(step);
  if (!settle && !list) return [];
  return (step.due?.ladder ?? []).flatMap(({ handOn }, index) =>
    handOn
      ? [
          error(
            { code: 'hand-on-together', path: `${path}.due.ladder.${index}.handOn` },
            '多人会签或逐项办理的步骤超时后只能发消息，不能转给他人处理（handOn）。',
            'A step that several sign, or that is done item by item, can only be told of when it is late, not handed on (handOn).',
          ),
        ]
      : [],
  );
}

function moneyFindings(subject: Subject): Finding[] {
  const { amount } = subject.definition;
  const limited = subject.steps.some(({ step }) => isHuman(step) && step.authority?.amount !== undefined);
  return amount === undefined || limited
    ? []
    : [
        warning(
          { code: 'money-without-limit', path: 'flow' },
          '申请涉及金额，但没有步骤按额度检查权限。',
          'The request involves money, but no step checks the amount against a limit.',
        ),
      ];
}

/** Every step names people, authority, fields and checks that exist. Pure. */
export function stepFindings(subject: Subject): Finding[] {
  const { submitChecks } = subject.definition;
  return [
    ...submitChecks.flatMap((check, index) => guardFindings(subject, check, `submitChecks.${index}`)),
    ...subject.steps.flatMap((placed) => [
      ...assigneeFindings(subject, placed),
      ...kindOf(placed.step).verify(placed.step, { path: placed.path, fields: subject.fields }),
      ...(isHuman(placed.step) ? humanFindings(subject, placed.step, placed.path) : []),
    ]),
    ...moneyFindings(subject),
  ];
}
