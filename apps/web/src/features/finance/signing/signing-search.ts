/** What is asked of who may sign: it all stands in the address. Absent = the usual. */
export interface SigningSearch {
  process?: string;
  step?: string;
  /** In decimal notation. */
  amount?: string;
  unit?: string;
  /** Who asks, where no unit is chosen; absent: the reader. */
  requester?: string;
  plan?: 'over';
  /** A day of the company; absent: now. */
  date?: string;
  /** As it was known on that day; absent: as it is known by now. */
  known?: 'then';
}

const KEY = /^[a-z0-9][a-z0-9-]{0,119}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const AMOUNT = /^\d{1,15}(\.\d{1,3})?$/;
const DAY = /^(19|20)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const fitting = (value: unknown, shape: RegExp): string | undefined => (typeof value === 'string' && shape.test(value) ? value : undefined);

/** Reads an address that somebody may have typed: whatever is not understood counts as absent. Pure. */
export function signingSearch({ process, step, amount, unit, requester, plan, date, known }: Record<string, unknown>): SigningSearch {
  return {
    process: fitting(process, KEY),
    step: fitting(step, KEY),
    amount: fitting(amount, AMOUNT),
    unit: fitting(unit, UUID),
    requester: fitting(requester, UUID),
    plan: plan === 'over' ? plan : undefined,
    date: fitting(date, DAY),
    known: known === 'then' && fitting(date, DAY) !== undefined ? known : undefined,
  };
}
