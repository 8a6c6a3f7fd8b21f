import type { Movement } from '../budget/movements';
import { fundsHeld } from '../budget/funds-held';
import { budgetField } from '../definition/budget-field';
import type { Outline } from '../definition/outline';
import type { FormBefore } from '../operations/parts/written-form';
import type { BudgetLine } from '../request/budget-line';
import type { Facts } from '../request/facts';
import type { RequestContext } from '../request/request-state';

/** The unit that pays, with those above it. */
const UNITS = ['company', 'shop'];

/** What facts say of a ledger; nothing where nobody looks at any. */
export function fundsFacts(lines: BudgetLine[] | null): Pick<Facts, 'funds'> {
  return lines === null ? {} : { funds: { unitPath: UNITS, lines } };
}

/** What a command finds of it. */
export function fundsBefore({ definition }: Pick<Outline, 'definition'>, context: RequestContext, facts: Facts): Pick<FormBefore, 'funds'> {
  const field = budgetField(definition);
  return facts.funds && field ? { funds: { ...facts.funds, today: facts.today, own: fundsHeld(field, context) } } : {};
}

/** Lines after movements, as the ledger has them: sums follow what is posted. */
export function posted(lines: readonly BudgetLine[], movements: readonly Movement[]): BudgetLine[] {
  return lines.map((line) => {
    const own = movements.filter((each) => each.line === line.id);
    const sum = (name: 'reserved' | 'committed' | 'spent' | 'extended'): string =>
      own.reduce((total, each) => total + BigInt(each[name]), BigInt(line[name])).toString();
    return { ...line, reserved: sum('reserved'), committed: sum('committed'), spent: sum('spent'), extended: sum('extended') };
  });
}
