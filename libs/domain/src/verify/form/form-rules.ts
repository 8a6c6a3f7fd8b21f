import { NOTICES } from '../../operations/registry';
import type { Bilingual } from '../../text/bilingual';
import { visibilityCircles } from '../../form/shown/visibility';
import { strayMarks, TEMPLATE_PLACES, templatePlaces } from '../../wording/template';
import { error, warning, type Finding } from '../../definition/finding';
import { filledBy } from '../../definition/flow';
import { derivedFrom } from '../../definition/fields/derived';
import { MOST_COUNTED_DAYS } from '../../calendar/day-total';
import { columnAt, type Subject } from '../subject';

function duplicates(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))];
}

function keyFindings(subject: Subject): Finding[] {
  const { form, parameters } = subject.definition;
  const twice = (keys: string[], path: string) =>
    duplicates(keys).map((key) => error({ code: 'duplicate-key', path }, `「${key}」重复。`, `“${key}” is used twice here.`));
  return [
    ...twice(
      form.fields.map(({ key }) => key),
      'form.fields',
    ),
    ...twice(
      parameters.map(({ key }) => key),
      'parameters',
    ),
    ...form.fields.flatMap((field, index) => [
      ...reserved(field.key, `form.fields.${index}.key`),
      ...(field.type === 'table'
        ? twice(
            field.columns.map(({ key }) => key),
            `form.fields.${index}.columns`,
          )
        : []),
    ]),
  ];
}

/** In a sentence or a title a field of that name would stand where the requester, their unit or the number should. */
function reserved(key: string, path: string): Finding[] {
  if (!TEMPLATE_PLACES.some((place) => place === key)) return [];
  const found = { code: 'reserved-id', path };
  return [error(found, `「${key}」是保留字，不能作字段 key。`, `“${key}” is a reserved word and cannot be used as a field key.`)];
}

function sumFindings(subject: Subject): Finding[] {
  return subject.definition.form.fields.flatMap((field, index) => {
    if (field.type !== 'money-sum') return [];
    const column = columnAt(subject, field.of);
    const path = `form.fields.${index}.of`;
    if (column?.type !== 'money')
      return [
        error(
          { code: 'unknown-table-column', path },
          `「${field.of}」不是表格的金额列。`,
          `“${field.of}” is not a money column of a table.`,
        ),
      ];
    if (column.currency === field.currency) return [];
    return [
      error(
        { code: 'currencies-differ', path },
        `合计币种 ${field.currency} 与列币种 ${column.currency} 不同。`,
        `The sum is in ${field.currency}, but its column is in ${column.currency}.`,
      ),
    ];
  });
}

/** Days are counted of a range that ends: whole years of them nobody counts one by one. */
function dayCountFindings({ definition, fields }: Subject): Finding[] {
  return definition.form.fields.flatMap((field, index) => {
    if (field.type !== 'days') return [];
    const path = `form.fields.${index}`;
    const range = fields.get(field.of);
    const bounded = range?.type === 'date-range' && (range.maxDays ?? Infinity) <= MOST_COUNTED_DAYS;
    const halves = Object.entries(field.half).filter(([, key]) => fields.get(key)?.type !== 'yes-no');
    const later = derivedFrom(field).filter((key) => field.count === 'working' && fields.get(key)?.filledAt === 'step');
    return [
      ...(bounded
        ? []
        : [
            error(
              { code: 'uncountable-range', path: `${path}.of` },
              `「${field.of}」不是最多 ${MOST_COUNTED_DAYS} 天（maxDays）的起止日期。`,
              `“${field.of}” is no date range of at most ${MOST_COUNTED_DAYS} days (maxDays).`,
            ),
          ]),
      ...halves.map(([end, key]) =>
        error({ code: 'not-yes-no', path: `${path}.half.${end}` }, `「${key}」不是是否字段。`, `“${key}” is no yes-no field.`),
      ),
      ...later.map((key) =>
        error(
          { code: 'counted-at-step', path: `${path}.of` },
          `工作日在提交时计算，「${key}」却由步骤填写。`,
          `Working days are counted when the form is sent, but “${key}” is filled in by a step.`,
        ),
      ),
    ];
  });
}

function stepFieldFindings(subject: Subject): Finding[] {
  const written = new Set(subject.steps.flatMap(({ step }) => filledBy(step)));
  return subject.definition.form.fields.flatMap((field, index) => {
    const path = `form.fields.${index}`;
    const found: Finding[] = [];
    if (field.filledAt === 'step' && !written.has(field.key)) {
      found.push(
        warning(
          { code: 'never-written', path },
          `字段「${field.key}」由步骤填写，但没有步骤可以填写它。`,
          `“${field.key}” is filled in by a step, but no step may write it.`,
        ),
      );
    }
    if (field.filledAt === 'step' && field.required !== false) {
      found.push(
        error(
          { code: 'required-at-step', path: `${path}.required` },
          `「${field.key}」由步骤填写，是否必填由步骤的 fields.required 决定。`,
          `“${field.key}” is filled in by a step: use the step’s fields.required to make it required.`,
        ),
      );
    }
    return found;
  });
}

function circleFindings({ definition, fields }: Subject): Finding[] {
  const at = new Map(definition.form.fields.map(({ key }, index) => [key, index]));
  return visibilityCircles(definition).map((circle) => {
    const [first = ''] = circle;
    const labels = circle.map((key) => fields.get(key)?.label ?? { zh: key, en: key });
    const zh = labels.map((label) => `「${label.zh}」`).join(' → ');
    const en = labels.map((label) => `“${label.en}”`).join(' → ');
    return error(
      { code: 'visibility-circle', path: `form.fields.${at.get(first) ?? 0}.visible` },
      `这些字段的显示条件互相依赖，绕成了圈：${zh}。`,
      `These fields depend on one another to be shown, in a loop: ${en}.`,
    );
  });
}

/** Every template with where it stands. */
function templatesOf({ sentence, rowTitle, mails = [] }: Subject['definition']): { path: string; template: Bilingual }[] {
  const ofMails = mails.flatMap(({ subject, text }, index) => [
    { path: `mails.${index}.subject`, template: subject },
    { path: `mails.${index}.text`, template: text },
  ]);
  return [{ path: 'sentence', template: sentence }, { path: 'rowTitle', template: rowTitle }, ...ofMails];
}

/** Mail templates are of notices that exist, one each. */
function mailFindings({ definition: { mails = [] } }: Subject): Finding[] {
  return mails.flatMap(({ notice }, index) => {
    const path = `mails.${index}.notice`;
    if (!NOTICES.some((known) => known === notice))
      return [error({ code: 'unknown-notice', path }, `没有名为「${notice}」的消息。`, `There is no message called “${notice}”.`)];
    if (mails.findIndex((other) => other.notice === notice) === index) return [];
    return [error({ code: 'repeated-notice', path }, `「${notice}」的邮件模板写了两次。`, `“${notice}” has two mail templates.`)];
  });
}

function templateFindings(subject: Subject): Finding[] {
  const templates = templatesOf(subject.definition);
  const stray = templates.flatMap(({ path, template }) =>
    strayMarks(template).map((mark) =>
      error(
        { code: 'stray-mark', path },
        `模板中的「${mark}」不是占位：写字段名，如 {amount}，括号要成对。`,
        `“${mark}” in the template is no place: write a field’s key, such as {amount}, and close every bracket.`,
      ),
    ),
  );
  const unknown = templates.flatMap(({ path, template }) =>
    templatePlaces(template)
      .filter((name) => !subject.fields.has(name) && !TEMPLATE_PLACES.some((each) => each === name))
      .map((name) =>
        error({ code: 'unknown-place', path }, `模板中的「{${name}}」没有对应的字段。`, `The template place “{${name}}” matches no field.`),
      ),
  );
  return [...stray, ...unknown, ...mailFindings(subject)];
}

function headFindings(subject: Subject): Finding[] {
  const { facts, amount, beneficiary } = subject.definition;
  const found = facts.flatMap((key, index) =>
    subject.fields.has(key)
      ? []
      : [error({ code: 'unknown-field', path: `facts.${index}` }, `表单里没有字段「${key}」。`, `The form has no field “${key}”.`)],
  );
  const type = (key: string | undefined) => (key === undefined ? undefined : (subject.fields.get(key)?.type ?? 'none'));
  if (amount !== undefined && type(amount) !== 'money' && type(amount) !== 'money-sum') {
    found.push(error({ code: 'not-money', path: 'amount' }, `「${amount}」不是金额字段。`, `“${amount}” is not a money field.`));
  }
  if (beneficiary !== undefined && type(beneficiary) !== 'person') {
    found.push(
      error({ code: 'not-person', path: 'beneficiary' }, `「${beneficiary}」不是人员字段。`, `“${beneficiary}” is not a person field.`),
    );
  }
  return [...found, ...lateBeneficiary(subject)];
}

/** Who benefits must be known before anybody decides: named later, it could be somebody who has decided already. */
function lateBeneficiary({ definition: { beneficiary }, fields }: Subject): Finding[] {
  if (beneficiary === undefined || fields.get(beneficiary)?.filledAt !== 'step') return [];
  return [
    error(
      { code: 'beneficiary-late', path: 'beneficiary' },
      `「${beneficiary}」由步骤填写，太晚了：受益人必须在提交时就确定，否则处理过的人可能正是受益人。`,
      `“${beneficiary}” is filled in by a step, which is too late: who benefits must be known at the submit, or somebody who has decided may be named.`,
    ),
  ];
}

/** The form holds together: keys, sums, fields for steps, templates, facts. Pure. */
export function formFindings(subject: Subject): Finding[] {
  return [keyFindings, circleFindings, sumFindings, dayCountFindings, stepFieldFindings, templateFindings, headFindings].flatMap((rule) =>
    rule(subject),
  );
}
