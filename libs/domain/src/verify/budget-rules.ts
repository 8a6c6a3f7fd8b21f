import type { BudgetField } from '../definition/budget-field';
import { error, type Finding } from '../definition/finding';
import { isHuman } from '../definition/flow';
import { kindOf } from '../definition/step.schema';
import type { Subject } from './subject';

type Named = 'amount' | 'unit' | 'category' | 'date';

/** By what a budget field is worked out, and of which types of fields. */
const TYPES: Record<Named, { types: readonly string[]; zh: string; en: string }> = {
  amount: { types: ['money', 'money-sum'], zh: '金额字段', en: 'an amount' },
  unit: { types: ['unit'], zh: '组织字段', en: 'a unit' },
  category: { types: ['choice'], zh: '选项字段', en: 'a choice' },
  date: { types: ['date', 'date-range'], zh: '日期字段', en: 'a date' },
};

/** What is wrong with how requests of a definition draw on a budget. Pure. */
export function budgetFindings(subject: Subject): Finding[] {
  const placed = subject.definition.form.fields.flatMap((field, index) =>
    field.type === 'budget' ? [{ field, path: `form.fields.${index}` }] : [],
  );
  const twice = placed
    .slice(1)
    .map(({ path }) => error({ code: 'budget-twice', path }, '一张表单只能有一个预算字段。', 'A form has one budget field at most.'));
  return [
    ...twice,
    ...placed.flatMap(({ field, path }) => [
      ...sourceFindings(subject, field, path),
      ...stepFindings(subject, field, path),
      ...(field.filledAt === 'step'
        ? [
            error(
              { code: 'not-a-step-field', path: `${path}.filledAt` },
              '预算由账目算出，步骤不能填写。',
              'A budget comes from the ledger; no step fills it in.',
            ),
          ]
        : []),
    ]),
  ];
}

function sourceFindings({ fields }: Subject, field: BudgetField, path: string): Finding[] {
  return (Object.keys(TYPES) as Named[]).flatMap((name) => {
    const key = field[name];
    const { types, zh, en } = TYPES[name];
    if (key === undefined || types.includes(fields.get(key)?.type ?? '')) return [];
    return [error({ code: 'budget-source', path: `${path}.${name}` }, `「${key}」不是${zh}。`, `“${key}” is not ${en} of the form.`)];
  });
}

function stepFindings({ steps, fields }: Subject, field: BudgetField, path: string): Finding[] {
  const named = (id: string) => steps.map(({ step }) => step).find((step) => step.id === id);
  const commits = field.commit === undefined ? undefined : named(field.commit);
  const decides = commits !== undefined && isHuman(commits) && kindOf(commits).decision?.binding === true;
  const currency = currencyOf(fields.get(field.amount));
  return [
    ...(field.commit === undefined || decides
      ? []
      : [
          error(
            { code: 'budget-step', path: `${path}.commit` },
            `「${field.commit}」不是批准的步骤。`,
            `“${field.commit}” is no step that approves.`,
          ),
        ]),
    ...field.spend.flatMap(({ step: id, amount }, index): Finding[] => {
      const step = named(id);
      const pays = step !== undefined && isHuman(step) && step.authority?.kind === 'execute';
      return [
        ...(pays
          ? []
          : [
              error(
                { code: 'budget-step', path: `${path}.spend.${index}.step` },
                `「${id}」不是执行（execute）的步骤。`,
                `“${id}” is no step that carries something out (execute).`,
              ),
            ]),
        ...(amount === undefined || currencyOf(fields.get(amount)) === currency
          ? []
          : [
              error(
                { code: 'budget-source', path: `${path}.spend.${index}.amount` },
                `「${amount}」不是同一币种的金额字段。`,
                `“${amount}” is no amount in the same currency.`,
              ),
            ]),
      ];
    }),
  ];
}

function currencyOf(field: Subject['fields'] extends Map<string, infer F> ? F | undefined : never): string | null {
  return field?.type === 'money' || field?.type === 'money-sum' ? field.currency : null;
}
