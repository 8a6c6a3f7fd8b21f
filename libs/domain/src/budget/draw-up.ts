import type { Definition } from '../definition/definition.schema';
import { budgetField, type BudgetField, type LineSources } from '../definition/fields/budget-field';
import { equalJson } from '../digest/equal-json';
import { isMoney, type Money } from '../money/money';
import type { BudgetLine, FundsFacts } from '../request/budget-line';
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
export interface Drawn extends Funding, Place {
  asked: Money;
  /** The line that gets it, and for what that was found; absent where nothing is moved. */
  to?: string | null;
  receiver?: Place;
}

/** For what a line is found. */
interface Place {
  unit: string;
  category: string | null;
  date: string;
}

/**
 * What a budget field says of a form: as before while it is asked for the same (what was reserved stands), else what the ledger says now. Null: there is
 * nothing to pay, or nobody who pays. Pure. `valueOf` reads another field of the form.
 */
export function drawUp(field: BudgetField, before: Json | undefined, funds: Funds, valueOf: (key: string) => FieldValue): Drawn | null {
  const asked = valueOf(field.amount);
  const place = placeOf(field, funds, valueOf);
  const receiver = field.to && placeOf(field.to, funds, valueOf);
  if (!isMoney(asked) || place === null || receiver === null) return null;
  const question = { asked, ...place, ...(receiver && { receiver }) };
  if (!funds.again && isDrawn(before) && equalJson(question, questionOf(before))) return before;
  const lineIn = ({ lines, unitPath }: Pick<Funds, 'lines' | 'unitPath'>, { category, date }: Place): BudgetLine | null =>
    findLine(lines, { unitPath, category, date, currency: asked.currency });
  const line = lineIn(funds, place);
  if (receiver === undefined) return { ...question, ...fundingOf(asked, line, funds.own) };
  const to = funds.to ? (lineIn(funds.to, receiver)?.id ?? null) : null;
  return { ...question, ...fundingOf(asked, line && givingAs(line), funds.own), to };
}

/** What is moved is there: nothing of it is borrowed from a tolerance, nor from a line that only warns. */
const givingAs = (line: BudgetLine): BudgetLine => ({
  ...line,
  tolerance: 0,
  control: line.control === 'warn' ? 'over-plan' : line.control,
});

function placeOf(sources: LineSources, { today }: Funds, valueOf: (key: string) => FieldValue): Place | null {
  const unit = valueOf(sources.unit);
  if (typeof unit !== 'string') return null;
  return { unit, category: categoryOf(sources, valueOf), date: dayOf(sources.date === undefined ? null : valueOf(sources.date)) ?? today };
}

function categoryOf({ category }: LineSources, valueOf: (key: string) => FieldValue): string | null {
  if (typeof category === 'object') return category.value;
  const said = category === undefined ? null : valueOf(category);
  return typeof said === 'string' && said !== '' ? said : null;
}

function dayOf(value: FieldValue): string | null {
  const day = Array.isArray(value) ? value[0] : value;
  return typeof day === 'string' && day !== '' ? day : null;
}

function questionOf({ asked, unit, category, date, receiver }: Drawn): Place & Pick<Drawn, 'asked' | 'receiver'> {
  return { asked, unit, category, date, ...(receiver && { receiver }) };
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
