import {
  unitPath,
  type BudgetLine,
  type Directory,
  type FormValues,
  type FundsFacts,
  type Movement,
  type Process,
} from '@countersign/domain';

/** A line of this year's plan, in yuan: whose, for what, how much of it there is, and what becomes of whatever is over. */
export interface PlanRow {
  unit: string;
  category: string | null;
  yuan: string;
  control?: BudgetLine['control'];
}

const minor = (yuan: string): string => {
  const [whole = '', cents = ''] = yuan.split('.');
  return `${whole}${cents.padEnd(2, '0')}`;
};

/** Lines as the ledger holds them before anything is drawn. */
export function linesOf(plan: readonly PlanRow[]): BudgetLine[] {
  return plan.map(({ unit, category, yuan, control = 'over-plan' }) => ({
    ...{ id: `${unit}-${category ?? 'any'}`, unitId: unit, category, from: '2026-01-01', to: '2027-12-31', currency: 'CNY' },
    ...{ control, tolerance: 0, ownerId: null, planned: minor(yuan), moved: '0', extended: '0' },
    ...{ reserved: '0', committed: '0', spent: '0', outside: '0' },
  }));
}

/** What the facts say of a ledger around a form; nothing where the process draws on none. */
export function fundsAround(
  { lookups: { funds } }: Process,
  { form, directory, lines }: { form: FormValues | null; directory: Directory; lines: readonly BudgetLine[] },
): { funds?: FundsFacts } {
  if (funds === null) return {};
  const near = (key: string) => {
    const unit = form?.[key];
    return { unitPath: typeof unit === 'string' ? unitPath(directory, unit) : [], lines: [...lines] };
  };
  return { funds: { ...near(funds.unit), ...(funds.to && { to: near(funds.to.unit) }) } };
}

const SUMS = ['reserved', 'committed', 'spent', 'extended', 'moved'] as const;

/** Lines after movements: each sum is the sum of what moved it. */
export function linesAfter(lines: readonly BudgetLine[], movements: readonly Movement[]): BudgetLine[] {
  return lines.map((line) => {
    const own = movements.filter((each) => each.line === line.id);
    const sums = SUMS.map((sum) => [sum, own.reduce((all, each) => all + BigInt(each[sum]), BigInt(line[sum])).toString()]);
    return { ...line, ...(Object.fromEntries(sums) as Pick<BudgetLine, (typeof SUMS)[number]>) };
  });
}
