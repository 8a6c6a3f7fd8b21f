import type { Definition } from '../definition/definition.schema';
import { budgetField, type BudgetField } from '../definition/fields/budget-field';
import { equalJson } from '../digest/equal-json';
import { isMoney, type Money } from '../money/money';
import type { FundsFacts } from '../request/budget-line';
import type { FundsHeld } from '../request/held';
import type { FieldValue, FormValues } from '../request/request-state';
import type { Json } from '../text/bilingual';
import { ownValue } from '../text/own-value';
import { findLine } from './find-line';
import { fundingOf, type Funding } from './funding';

/** What the ledger says, and what the request holds already: what it may ask for again. */
export interface Funds extends FundsFacts {
  /** The company's day: of which period an expense without a date is. */
  today: string;
  own: FundsHeld | null;
  /** The form is being sent: what stood before counts for nothing. */
  again: boolean;
}

/** A budget field as a form keeps it: the funding, and for what it was found. */
export interface Drawn extends Funding {
  asked: Money;
  unit: string;
  category: string | null;
  date: string;
}

/**
 * What a budget field says of a form: as before while it is asked for the same (what was reserved stands), else what the ledger says now. Null: there is
 * nothing to pay, or nobody who pays. Pure. `valueOf` reads another field of the form.
 */
export function drawUp(field: BudgetField, before: Json | undefined, funds: Funds, valueOf: (key: string) => FieldValue): Drawn | null {
  const [asked, unit] = [valueOf(field.amount), valueOf(field.unit)];
  if (!isMoney(asked) || typeof unit !== 'string') return null;
  const category = categoryOf(field, valueOf);
  const date = dayOf(field.date === undefined ? null : valueOf(field.date)) ?? funds.today;
  const question = { asked, unit, category, date };
  if (!funds.again && isDrawn(before) && equalJson(question, questionOf(before))) return before;
  const line = findLine(funds.lines, { unitPath: funds.unitPath, category, date, currency: asked.currency });
  return { ...question, ...fundingOf(asked, line, funds.own) };
}

function categoryOf({ category }: BudgetField, valueOf: (key: string) => FieldValue): string | null {
  if (typeof category === 'object') return category.value;
  const said = category === undefined ? null : valueOf(category);
  return typeof said === 'string' && said !== '' ? said : null;
}

function dayOf(value: FieldValue): string | null {
  const day = Array.isArray(value) ? value[0] : value;
  return typeof day === 'string' && day !== '' ? day : null;
}

function questionOf({ asked, unit, category, date }: Drawn): Pick<Drawn, 'asked' | 'unit' | 'category' | 'date'> {
  return { asked, unit, category, date };
}

/** How a form draws on a budget; null: it does not, or nothing is paid yet. Pure. */
export function drawnIn(definition: Pick<Definition, 'form'>, form: FormValues): Drawn | null {
  const field = budgetField(definition);
  const value = field === null ? null : ownValue(form, field.key);
  return isDrawn(value) ? value : null;
}

/** Whether a value of a form is a budget that was drawn up. Pure. */
export function isDrawn(value: unknown): value is Drawn & Record<string, Json> {
  return typeof value === 'object' && value !== null && 'asked' in value && 'covered' in value && isMoney(value.covered);
}
