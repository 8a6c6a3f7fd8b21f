import type { Movement } from '../budget/movements';
import type { BudgetLine } from '../request/budget-line';
import type { Facts } from '../request/facts';

/** The unit that pays, with those above it. */
const UNITS = ['company', 'shop'];

/** What facts say of a ledger; nothing where nobody looks at any. */
export function fundsFacts(lines: BudgetLine[] | null): Pick<Facts, 'funds'> {
  return lines === null ? {} : { funds: { unitPath: UNITS, lines, to: { unitPath: UNITS, lines } } };
}

const SUMS = ['reserved', 'committed', 'spent', 'extended', 'moved'] as const;

/** Lines after movements, as the ledger has them: sums follow what is posted. */
export function posted(lines: readonly BudgetLine[], movements: readonly Movement[]): BudgetLine[] {
  return lines.map((line) => {
    const own = movements.filter((each) => each.line === line.id);
    const sum = (name: (typeof SUMS)[number]): string =>
      own.reduce((total, each) => total + BigInt(each[name]), BigInt(line[name])).toString();
    return { ...line, ...Object.fromEntries(SUMS.map((name) => [name, sum(name)])) };
  });
}
