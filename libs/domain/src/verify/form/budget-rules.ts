import { committingSteps, type BudgetField, type BudgetPart } from '../../definition/fields/budget-field';
import type { Field } from '../../definition/fields/field.schema';
import { error, type Finding } from '../../definition/finding';
import { isHuman } from '../../definition/flow';
import { kindOf, type Step } from '../../definition/step.schema';
import { follows } from '../../definition/structure/structure';
import { paysAt } from '../../people/deciders';
import type { Subject } from '../subject';

type Named = 'amount' | 'unit' | 'category' | 'date';

/** By what a budget field is worked out, and of which types of fields. */
const TYPES: Record<Named, { types: readonly string[]; zh: string; en: string }> = {
  amount: { types: ['money', 'money-sum'], zh: '金额字段', en: 'an amount' },
  unit: { types: ['unit'], zh: '组织字段', en: 'a unit' },
  category: { types: ['choice'], zh: '选项字段', en: 'a choice' },
  date: { types: ['date', 'date-range'], zh: '日期字段', en: 'a date' },
};

const LINE_NAMES = ['unit', 'category', 'date'] as const;

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
      ...moveFindings(subject, field, path),
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
  const wrong = (name: Named, key: unknown, at: string): Finding[] => {
    const { types, zh, en } = TYPES[name];
    if (typeof key !== 'string' || types.includes(fields.get(key)?.type ?? '')) return [];
    return [error({ code: 'budget-source', path: at }, `「${key}」不是${zh}。`, `“${key}” is not ${en} of the form.`)];
  };
  const names = Object.keys(TYPES) as Named[];
  const { to } = field;
  return [
    ...names.flatMap((name) => wrong(name, field[name], `${path}.${name}`)),
    ...(to ? LINE_NAMES.flatMap((name) => wrong(name, to[name], `${path}.to.${name}`)) : []),
  ];
}

/** What is moved is spent by the line that gets it, and goes back by another request alone. */
function moveFindings({ definition: { reopen, revoke } }: Subject, { to, spend }: BudgetField, path: string): Finding[] {
  if (to === undefined) return [];
  const at = { code: 'budget-moved', path: `${path}.to` };
  return [
    ...(spend.length > 0 ? [error(at, '转到另一行的预算不能由步骤付出。', 'What is moved to another line is paid by no step.')] : []),
    ...(revoke !== undefined || reopen?.outcomes.includes('approved')
      ? [
          error(
            at,
            '预算已转走，批准后不能撤销或重开；请另行转回。',
            'What was moved is not taken up again: another request moves it back.',
          ),
        ]
      : []),
  ];
}

function stepFindings(subject: Subject, field: BudgetField, path: string): Finding[] {
  const at = { code: 'budget-step', path: `${path}.commit` };
  const wrong = committingSteps(field).filter((id) => !decides(stepNamed(subject, id)));
  return [
    ...wrong.map((id) => error(at, `「${id}」不是批准的步骤。`, `“${id}” is no step that approves.`)),
    ...field.spend.flatMap((each, index) => payingFindings(subject, field, each, `${path}.spend.${index}`)),
    ...restFindings(subject, field, path),
  ];
}

const decides = (step: Step | undefined): boolean => step !== undefined && isHuman(step) && kindOf(step).decision?.binding === true;

/** Whoever decides the covered part alone passes the rest on: to a step that decides that, further down the way. */
function restFindings({ steps, structure }: Subject, { key }: BudgetField, path: string): Finding[] {
  const deciding = (part: BudgetPart): string[] =>
    steps.flatMap(({ step }) => (decides(step) && isHuman(step) && step.authority?.amount === `${key}.${part}` ? [step.id] : []));
  const rest = deciding('over');
  return deciding('covered')
    .filter((id) => !rest.some((other) => follows(structure, other, id)))
    .map((id) =>
      error(
        { code: 'budget-rest', path },
        `「${id}」只批准计划内部分，其后没有步骤批准超出部分。`,
        `“${id}” approves the covered part alone, and no step behind it approves the rest.`,
      ),
    );
}

function payingFindings(
  subject: Subject,
  field: BudgetField,
  { step: id, amount, parts }: BudgetField['spend'][number],
  path: string,
): Finding[] {
  const step = stepNamed(subject, id);
  const kept = step && paysAt(step)?.parts;
  const pays = step !== undefined && isHuman(step) && step.authority?.kind === 'execute';
  const { fields } = subject;
  const same = amount === undefined || currencyOf(fields.get(amount)) === currencyOf(fields.get(field.amount));
  const wrongStep = { code: 'budget-step', path: `${path}.step` };
  const wrongAmount = { code: 'budget-source', path: `${path}.amount` };
  return [
    ...(pays ? [] : [error(wrongStep, `「${id}」不是执行（execute）的步骤。`, `“${id}” is no step that carries something out (execute).`)]),
    ...(parts === kept
      ? []
      : [
          error(
            { code: 'budget-parts', path: `${path}.parts` },
            `须与步骤「${id}」分次付款的表格（pays.parts）一致。`,
            `It has to be the table in which “${id}” keeps what it pays in parts (pays.parts).`,
          ),
        ]),
    ...(same ? [] : [error(wrongAmount, `「${amount}」不是同一币种的金额字段。`, `“${amount}” is no amount in the same currency.`)]),
  ];
}

const stepNamed = ({ steps }: Subject, id: string) => steps.map(({ step }) => step).find((step) => step.id === id);

function currencyOf(field: Field | undefined): string | null {
  return field?.type === 'money' || field?.type === 'money-sum' ? field.currency : null;
}
