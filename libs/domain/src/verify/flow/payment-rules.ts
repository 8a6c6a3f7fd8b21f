import { PART_COLUMNS } from '../../tables/paid-parts';
import type { FieldType } from '../../definition/fields/field.schema';
import { error, type Finding } from '../../definition/finding';
import { paysAt } from '../../people/deciders';
import type { Subject } from '../subject';

const PAYEES: readonly (FieldType | undefined)[] = ['text', 'person', 'choice', 'unit'];

/** What is paid has an amount, a payee and a slip that whoever pays writes down. Pure. */
export function paymentFindings({ definition, steps, fields }: Subject): Finding[] {
  return steps.flatMap(({ step, path }) => {
    const pays = paysAt(step);
    if (pays === null || step.kind !== 'work') return [];
    const { to, slip, parts } = pays;
    const found: Finding[] = [];
    if (definition.amount === undefined || step.authority?.kind !== 'execute')
      found.push(
        error(
          { code: 'pays-nothing', path: `${path}.pays` },
          '付款步骤须写明「执行」权限，流程须有金额字段。',
          'A step that pays needs the authority “execute”, and its process an amount.',
        ),
      );
    if (to !== undefined && !PAYEES.includes(fields.get(to)?.type))
      found.push(
        error({ code: 'not-a-payee', path: `${path}.pays.to` }, `「${to}」不是收款人字段。`, `“${to}” is no field that names a payee.`),
      );
    if (fields.get(slip)?.type !== 'text' || !step.fields.required.includes(slip))
      found.push(
        error(
          { code: 'slip-not-required', path: `${path}.pays.slip` },
          `「${slip}」须是这一步必填的文本字段。`,
          `“${slip}” has to be a text that this step requires.`,
        ),
      );
    return [...found, ...(parts === undefined ? [] : partFindings({ definition, fields }, parts, `${path}.pays.parts`))];
  });
}

/** Parts are kept in a table that nobody else fills in, and are paid in the currency of the whole; a budget that counts what the step pays counts them too. */
function partFindings({ definition, fields }: Pick<Subject, 'definition' | 'fields'>, parts: string, path: string): Finding[] {
  const table = fields.get(parts);
  const whole = definition.amount === undefined ? undefined : fields.get(definition.amount);
  const columns = table?.type === 'table' ? table.columns : [];
  const fits = Object.entries(PART_COLUMNS).every(([key, type]) => columns.some((column) => column.key === key && column.type === type));
  const paid = columns.find(({ key }) => key === 'amount');
  const same = paid?.type === 'money' && whole !== undefined && 'currency' in whole && paid.currency === whole.currency;
  if (table?.filledAt === 'step' && columns.length === Object.keys(PART_COLUMNS).length && fits && same) return [];
  return [
    error(
      { code: 'not-parts', path },
      `「${parts}」不是由步骤填写、列为付款日（paidOn）、金额（amount，同币种）、回单号（slip）的表格。`,
      `“${parts}” is no table that a step fills in, with the columns paidOn (a date), amount (in the same currency) and slip (a text).`,
    ),
  ];
}
