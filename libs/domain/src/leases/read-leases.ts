import { cellsOf, thingsMeantBy, shownText, type NamedThing, type Wrong } from '../tables/read-cells';
import { readTable, type TableRow } from '../tables/read-table';
import { toldOf, untilEnough } from '../tables/table-problem';
import type { Bilingual } from '../text/bilingual';
import { leaseProblem, type LeaseProblem, type LeaseProblemCode } from './lease-problem';
import type { LeaseTerm, RegisteredTerm } from './lease-term';
import { spellings, together } from './terms-together';

/** Rows that one table may have. */
export const MOST_LEASE_ROWS = 2_000;

/** Columns of a table of leases, in the order in which one is written; each is called by its title in either language. */
export const LEASE_COLUMNS = {
  store: { zh: '门店', en: 'Store' },
  number: { zh: '合同编号', en: 'Contract' },
  place: { zh: '商场与铺位', en: 'Mall and position' },
  startsOn: { zh: '起租日', en: 'Begins' },
  expiresOn: { zh: '到期日', en: 'Expires' },
  rent: { zh: '月租', en: 'Monthly rent' },
  commission: { zh: '扣点', en: 'Commission' },
  deposit: { zh: '押金', en: 'Deposit' },
} as const satisfies Record<string, Bilingual>;
export type LeaseColumn = keyof typeof LEASE_COLUMNS;

const LONGEST = { number: 60, place: 200 } as const;

/** What a table is read against. */
export interface LeaseSurroundings {
  stores: readonly NamedThing[];
  currency: string;
  /** Terms that the register has already. */
  known: readonly RegisteredTerm[];
}

/** The terms of a whole table, or everything that is wrong with it. */
export type ReadLeases = { ok: true; terms: LeaseTerm[] } | { ok: false; problems: LeaseProblem[] };

/**
 * Reads a table of leases, its head first. Pure. Everything or nothing: each mistake is told with its line. A row is the term of one contract; the same
 * contract and first day again is a correction of it. Columns that it does not know, such as those an export adds, are left alone.
 */
export function readLeases(table: readonly (readonly string[])[], around: LeaseSurroundings): ReadLeases {
  const found = readTable<LeaseColumn>(table, { columns: LEASE_COLUMNS, optional: ['commission', 'deposit'], mostRows: MOST_LEASE_ROWS });
  if (!found.ok) return found;
  if (found.rows.length === 0) return { ok: false, problems: [leaseProblem(2, 'no-rows')] };
  const reading = { stores: thingsMeantBy(around.stores), currency: around.currency };
  const read = untilEnough(found.rows, (row) => readRow(row, reading));
  const numbers = spellings(around.known);
  const terms = read.flatMap(({ term, line }) => (term ? [{ term: { ...term, number: numbers(term.number) }, line }] : []));
  const problems = [...read.flatMap((row) => row.problems), ...together(terms, around.known)];
  if (problems.length > 0) return { ok: false, problems: toldOf(problems) };
  return { ok: true, terms: terms.map(({ term }) => term) };
}

/** Columns that a row may have. */
export const MOST_LEASE_COLUMNS = 100;
/** Share of the sales in per cent, with one decimal; null where it is blank or wrong. */
function shareOf(text: string, wrong: Wrong<LeaseProblemCode>): string | null {
  const value = text.replace(/[%％]\s*$/, '').trim();
  if (value === '') return null;
  return isShare(value) ? Number(value).toFixed(1) : wrong('not-a-share', { text: shownText(value) });
}

function readRow(
  row: TableRow<LeaseColumn>,
  { stores, currency }: { stores: (text: string) => string[]; currency: string },
): { term: LeaseTerm | null; line: number; problems: LeaseProblem[] } {
  const { line } = row;
  const problems: LeaseProblem[] = [];
  const wrong: Wrong<LeaseProblemCode> = (code, params = {}) => {
    problems.push(leaseProblem(line, code, params));
    return null;
  };
  const { text, day, amount, named, ifAny } = cellsOf(row, LEASE_COLUMNS, { wrong, currency });
  const unit = named('store', stores, { none: 'unknown-store', several: 'two-stores' });
  const [number, place, startsOn, expiresOn] = [
    text('number', LONGEST.number),
    text('place', LONGEST.place),
    day('startsOn'),
    day('expiresOn'),
  ];
  const [rent, deposit] = [amount('rent'), ifAny('deposit', amount)];
  const commission = shareOf(row.cell('commission'), wrong);
  if (startsOn !== null && expiresOn !== null && expiresOn < startsOn) wrong('reversed');
  const complete = number !== null && unit !== null && place !== null && startsOn !== null && expiresOn !== null && rent !== null;
  const term = complete && problems.length === 0 ? { number, unit, place, startsOn, expiresOn, rent, commission, deposit } : null;
  return { term, line, problems };
}

const isShare = (text: string): boolean => /^\d{1,3}(\.\d)?$/.test(text) && Number(text) <= 100;
