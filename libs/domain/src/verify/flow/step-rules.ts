import { isDerived } from '../../definition/fields/derived';
import type { Anchor, Assignee } from '../../definition/assignee.schema';
import type { FieldType } from '../../definition/fields/field.schema';
import { kindOf, type HumanStep } from '../../definition/step.schema';
import type { GuardReference } from '../../definition/steps/step-parts';
import { guardNamed } from '../../guards';
import type { MustHold } from '../../guards/must-hold.guard';
import { isHuman } from '../../definition/flow';
import { formatProblemsOf, readDocument } from '../../definition/document/format-problems';
import { error, warning, type Finding } from '../../definition/finding';
import { fieldOf } from '../../people/rule-field';
import { bulkFindings } from './bulk-rules';
import { changeFindings } from '../form/change-rules';
import { operandType } from '../form/operand-type';
import { assigneesAt, columnAt, type PlacedStep, type Subject } from '../subject';

function anchorOf(rule: Assignee): Anchor | 'company' | null {
  if (rule.by === 'role') return rule.scope;
  return rule.by === 'superior' || rule.by === 'climb' ? rule.of : null;
}

/** The unit field that a rule means a unit by; undefined where it means none by a field. */
const unitFieldOf = (rule: Assignee): string | undefined => (rule.by === 'unit-head' || rule.by === 'members' ? fieldOf(rule) : undefined);

const namesPeople = (type: FieldType | undefined): boolean => type === 'person' || type === 'people';

function assigneeFindings(subject: Subject, placed: PlacedStep): Finding[] {
  return assigneesAt(placed).flatMap(({ rule, path }) => {
    const found: Finding[] = [];
    const anchor = anchorOf(rule);
    const type = (key: string) => subject.fields.get(key)?.type;
    if (rule.by === 'field' && !namesPeople(type(rule.field))) {
      found.push(error({ code: 'not-person', path }, `「${rule.field}」不是人员字段。`, `“${rule.field}” is not a person field.`));
    }
    if (anchor !== null && typeof anchor === 'object' && type(anchor.field) !== 'person' && type(anchor.field) !== 'unit') {
      found.push(
        error({ code: 'bad-anchor', path }, `「${anchor.field}」不是人员或组织字段。`, `“${anchor.field}” is not a person or unit field.`),
      );
    }
    const unit = unitFieldOf(rule);
    if (unit !== undefined && type(unit) !== 'unit')
      found.push(error({ code: 'bad-anchor', path }, `「${unit}」不是组织字段。`, `“${unit}” is not a unit field.`));
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
      .filter((key) => {
        const field = subject.fields.get(key);
        return field !== undefined && (field.filledAt === 'start' || isDerived(field));
      })
      .map((key) =>
        error(
          { code: 'not-a-step-field', path: `${path}.fields.write` },
          `「${key}」由申请人填写（或自动合计），步骤不能改写。`,
          `“${key}” is filled in by the requester or is a sum; steps write only fields that are filled in at a step.`,
        ),
      ),
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

function guardFindings(subject: Subject, reference: GuardReference, path: string): Finding[] {
  const guard = guardNamed(reference.type);
  if (!guard?.inDefinitions)
    return [
      error({ code: 'unknown-guard', path }, `没有名为「${reference.type}」的检查。`, `There is no check named “${reference.type}”.`),
    ];
  const parsed = readDocument(guard.params, reference.params);
  if (!parsed.success) {
    return formatProblemsOf(parsed.error.issues, reference.params).map(({ path: at, message }) =>
      error(
        { code: 'bad-guard-params', path: [`${path}.params`, at].filter(Boolean).join('.') },
        `检查「${reference.type}」的参数${at === '' ? '' : `「${at}」`}${message.zh}。`,
        `The check “${reference.type}”: ${at === '' ? 'its parameters object' : `“${at}”`} ${message.en}.`,
      ),
    );
  }
  // What its condition looks at is looked at with all conditions.
  if (guard.condition(parsed.data) !== null) return placedAt(subject, parsed.data as MustHold, path);
  return guard.fields(parsed.data).flatMap((name) => checkedField(subject, { name, takes: guard.takes, type: reference.type }, path));
}

/** The field at which it is said that a condition does not hold is one that the requester fills in. */
function placedAt(subject: Subject, { field }: MustHold, path: string): Finding[] {
  if (field === undefined || subject.fields.get(field)?.filledAt === 'start') return [];
  return [
    error(
      { code: 'unknown-field', path: `${path}.params.field` },
      `「${field}」不是申请人填写的字段。`,
      `“${field}” is no field that the requester fills in.`,
    ),
  ];
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
  const found = [
    ...authorityFindings(subject, step, path),
    ...fieldListFindings(subject, step, path),
    ...changeFindings(subject, step, path),
    ...bulkFindings(step, path),
  ];
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
