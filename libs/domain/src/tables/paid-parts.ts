import type { Definition } from '../definition/definition.schema';
import { partsPath } from '../definition/fields/budget-field';
import type { Column } from '../definition/fields/field.schema';
import type { Step } from '../definition/step.schema';
import { checkField } from '../form/check/field-check';
import { isBlank, isRecord, rowsOf } from '../form/blank';
import { fieldFromWire, isBlankWire } from '../form/wire/field-wire';
import { formatMoney } from '../money/format-money';
import { isMoney, type Money } from '../money/money';
import { paysAt } from '../people/deciders';
import type { FieldValue, FormValues, RequestContext } from '../request/request-state';
import type { Bilingual, Json } from '../text/bilingual';
import { ownValue } from '../text/own-value';

/** The columns of a table that keeps what was paid in parts, each with the type that it has. */
export const PART_COLUMNS = { paidOn: 'date', amount: 'money', slip: 'text' } as const satisfies Record<string, Column['type']>;

/** What was paid of an amount so far, and what is left to be paid; null where the amount is not known. Pure. */
export function paidSoFar(
  step: Step,
  { amount }: Pick<Definition, 'amount'>,
  fields: Readonly<Record<string, FieldValue>>,
): { paid: Money; left: Money } | null {
  const pays = paysAt(step);
  const whole = amount === undefined ? null : ownValue(fields, amount);
  if (pays === null || !isMoney(whole)) return null;
  const { currency } = whole;
  const parts = pays.parts === undefined ? null : ownValue(fields, partsPath(pays.parts));
  const paid = isMoney(parts) && parts.currency === currency ? BigInt(parts.minor) : 0n;
  return { paid: { minor: `${paid}`, currency }, left: { minor: `${BigInt(whole.minor) - paid}`, currency } };
}

/** What is left of an amount of which a part was paid; null where none was. Pure. */
export function restToPay(step: Step, definition: Pick<Definition, 'amount'>, { fields }: Pick<RequestContext, 'fields'>): Money | null {
  const { paid, left } = paidSoFar(step, definition, fields) ?? {};
  return paid && left && paid.minor !== '0' ? left : null;
}

/** What the button of a step says that pays the rest: how much that is. Pure. */
export function restButton({ zh, en }: Bilingual, rest: Money | null): Bilingual {
  if (rest === null) return { zh, en };
  return { zh: `${zh}（余款 ${formatMoney(rest, 'zh')}）`, en: `${en} (the rest, ${formatMoney(rest, 'en')})` };
}

/** A part that is paid: how much, and the table with it as its last row. */
export interface PartPaid {
  part: Money;
  rows: Json[];
}

/** A table with one part more, paid on that day; null where what was sent is none, with the paths that are wrong. Pure. */
export function partAdded(
  { definition, table: key, day }: { definition: Definition; table: string; day: string },
  before: FormValues,
  wire: Json | undefined,
): { added: PartPaid | null; invalid: string[] } {
  const table = definition.form.fields.find((field) => field.key === key);
  const rows = rowsOf(ownValue(before, key));
  const [sent, ...more] = Array.isArray(wire) ? wire : [];
  if (table?.type !== 'table' || !isRecord(sent) || more.length > 0) return { added: null, invalid: [key] };
  const at = `${key}.${rows.length}`;
  const cells = table.columns.map((column): [string, Json | undefined] => [
    column.key,
    column.key === 'paidOn' ? day : cellOf(column, sent),
  ]);
  const strange = Object.keys(sent).filter((each) => !table.columns.some((column) => column.key === each && each !== 'paidOn'));
  const wrong = table.columns.flatMap((column) => {
    const value = cells.find(([name]) => name === column.key)?.[1];
    return isBlank(value) || checkField(column, value, { today: day }) !== null ? [`${at}.${column.key}`] : [];
  });
  const row = Object.fromEntries(cells) as Record<string, Json>;
  const part = row['amount'];
  const sound = strange.length + wrong.length === 0 && rows.length < table.maxRows && isMoney(part);
  return sound ? { added: { part, rows: [...rows, row] }, invalid: [] } : { added: null, invalid: wrong.length > 0 ? wrong : [at] };
}

function cellOf(column: Column, sent: Record<string, Json>): Json | undefined {
  const wire = ownValue(sent, column.key);
  if (wire === undefined || isBlankWire(column, wire)) return undefined;
  const read = fieldFromWire(column, wire);
  return 'value' in read ? read.value : undefined;
}
