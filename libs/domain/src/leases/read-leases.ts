import { isDay, isNearDay } from '../form/day';
import { parseAmount } from '../money/parse-amount';
import { toMinor } from '../money/money';
import type { Bilingual } from '../text/bilingual';
import { isUnseen } from '../text/canonical-text';
import { withoutFormulaGuard } from '../text/formula-guard';
import { isStorableText, withoutTurns } from '../text/storable-text';
import { leaseProblem, type LeaseProblem, type LeaseProblemCode } from './lease-problem';
import type { LeaseTerm, RegisteredTerm } from './lease-term';
import { spellings, together } from './terms-together';

/** Rows that one table may have. */
export const MOST_LEASE_ROWS = 2_000;
/** Mistakes that are told at once. */
const MOST_TOLD = 50;

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

const COLUMNS = Object.keys(LEASE_COLUMNS) as LeaseColumn[];
const OPTIONAL: readonly LeaseColumn[] = ['commission', 'deposit'];
const LONGEST = { number: 60, place: 200 } as const;

/** What a table is read against. */
export interface LeaseSurroundings {
  stores: readonly { id: string; key: string; name: Bilingual }[];
  currency: string;
  /** Terms that the register has already. */
  known: readonly RegisteredTerm[];
}

export type ReadLeases = { ok: true; terms: LeaseTerm[] } | { ok: false; problems: LeaseProblem[] };

/**
 * Reads a table of leases, its head first. Pure. Everything or nothing: each mistake is told with its line. A row is the term of one contract; the same
 * contract and first day again is a correction of it. Columns that it does not know, such as those an export adds, are left alone.
 */
export function readLeases(table: readonly (readonly string[])[], around: LeaseSurroundings): ReadLeases {
  const [head = [], ...rows] = table;
  const filled = rows.map((cells, index) => ({ cells, line: index + 2 })).filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length > MOST_LEASE_ROWS) return { ok: false, problems: [tooManyLeases()] };
  const places = placesOf(head);
  if (!places.ok) return places;
  if (filled.length === 0) return { ok: false, problems: [leaseProblem(2, 'no-rows')] };
  const reading = { stores: storesByText(around.stores), currency: around.currency };
  const read = filled.map(({ cells, line }) => readRow({ cell: (column) => cells[places.at[column] ?? -1] ?? '', line }, reading));
  const numbers = spellings(around.known);
  const terms = read.flatMap(({ term, line }) => (term ? [{ term: { ...term, number: numbers(term.number) }, line }] : []));
  const problems = [...read.flatMap((row) => row.problems), ...together(terms, around.known)];
  if (problems.length > 0) return { ok: false, problems: problems.sort((one, other) => one.line - other.line).slice(0, MOST_TOLD) };
  return { ok: true, terms: terms.map(({ term }) => term) };
}

/** Columns that a row may have. */
export const MOST_LEASE_COLUMNS = 100;

/** What is wrong with a row of more than `MOST_LEASE_COLUMNS` columns. Pure. */
export const tooWideLeases = (line: number): LeaseProblem => leaseProblem(line, 'too-many-columns', { most: String(MOST_LEASE_COLUMNS) });

/** What is wrong with a table of more than `MOST_LEASE_ROWS` rows. Pure. */
export const tooManyLeases = (): LeaseProblem => leaseProblem(1, 'too-many-rows', { most: MOST_LEASE_ROWS.toLocaleString('en') });

type Places = { ok: true; at: Partial<Record<LeaseColumn, number>> } | { ok: false; problems: LeaseProblem[] };

/** Where each column stands; an amount’s currency may stand behind its title. */
function placesOf(head: readonly string[]): Places {
  const titles = head.map((title) =>
    title
      .replace(/^\uFEFF/, '')
      .trim()
      .toLowerCase(),
  );
  const found = COLUMNS.map((column) => {
    const { zh, en } = LEASE_COLUMNS[column];
    const at = titles.flatMap((title, index) =>
      title === zh || title === en.toLowerCase() || title === column.toLowerCase() ? [index] : [],
    );
    return { column, at };
  });
  const problems = found.flatMap(({ column, at }) => {
    if (at.length > 1) return [leaseProblem(1, 'column-twice', LEASE_COLUMNS[column])];
    return at.length === 0 && !OPTIONAL.includes(column) ? [leaseProblem(1, 'no-column', LEASE_COLUMNS[column])] : [];
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, at: Object.fromEntries(found.flatMap(({ column, at: [index] }) => (index === undefined ? [] : [[column, index]]))) };
}

interface Row {
  cell: (column: LeaseColumn) => string;
  line: number;
}

type Wrong = (code: LeaseProblemCode, params?: Record<string, string>) => null;

/** Reads single cells of a row; each that is wrong is noted and reads as null. */
function cellsOf({ cell }: Row, wrong: Wrong, currency: string) {
  const text = (column: 'number' | 'place' | 'store'): string | null => {
    const value = withoutFormulaGuard(withoutTurns(cell(column)).trim()).trim();
    const most = column === 'store' ? LONGEST.place : LONGEST[column];
    if (value === '') return wrong('blank', LEASE_COLUMNS[column]);
    if (!isStorableText(value) || isUnseen(value)) return wrong('unreadable', LEASE_COLUMNS[column]);
    return value.length > most ? wrong('too-long', { ...LEASE_COLUMNS[column], most: String(most) }) : value;
  };
  const day = (column: 'startsOn' | 'expiresOn'): string | null => {
    const value = cell(column).trim();
    if (value === '') return wrong('blank', LEASE_COLUMNS[column]);
    return dayOf(value) ?? wrong('not-a-day', { ...LEASE_COLUMNS[column], text: shown(value) });
  };
  const amount = (column: 'rent' | 'deposit'): string | null => {
    const value = cell(column).trim();
    if (value === '') return column === 'rent' ? wrong('blank', LEASE_COLUMNS[column]) : null;
    return minorOf(value, currency) ?? wrong('not-an-amount', { ...LEASE_COLUMNS[column], text: shown(value) });
  };
  const share = (): string | null => {
    const value = cell('commission')
      .replace(/[%％]\s*$/, '')
      .trim();
    if (value === '') return null;
    return isShare(value) ? Number(value).toFixed(1) : wrong('not-a-share', { text: shown(value) });
  };
  return { text, day, amount, share };
}

function readRow(
  row: Row,
  { stores, currency }: { stores: (text: string) => string[]; currency: string },
): { term: LeaseTerm | null; line: number; problems: LeaseProblem[] } {
  const { line } = row;
  const problems: LeaseProblem[] = [];
  const wrong: Wrong = (code, params = {}) => {
    problems.push(leaseProblem(line, code, params));
    return null;
  };
  const { text, day, amount, share } = cellsOf(row, wrong, currency);
  const store = text('store');
  const unit = store === null ? null : storeOf(store, stores(store), wrong);
  const [number, place, startsOn, expiresOn] = [text('number'), text('place'), day('startsOn'), day('expiresOn')];
  const [rent, deposit, commission] = [amount('rent'), amount('deposit'), share()];
  if (startsOn !== null && expiresOn !== null && expiresOn < startsOn) wrong('reversed');
  const complete = number !== null && unit !== null && place !== null && startsOn !== null && expiresOn !== null && rent !== null;
  const term = complete && problems.length === 0 ? { number, unit, place, startsOn, expiresOn, rent, commission, deposit } : null;
  return { term, line, problems };
}

/** What somebody typed, no longer than a message bears. */
const shown = (text: string): string => (text.length > 40 ? `${[...text].slice(0, 40).join('')}…` : text);

const isShare = (text: string): boolean => /^\d{1,3}(\.\d)?$/.test(text) && Number(text) <= 100;

/** A day as spreadsheets write it: 2027-02-20, 2027/2/20, 2027.2.20, 2027年2月20日. */
function dayOf(text: string): string | null {
  const found = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(text);
  if (!found) return null;
  const [, year = '', month = '', date = ''] = found;
  const written = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(written) && isNearDay(written) ? written : null;
}

function minorOf(text: string, currency: string): string | null {
  const parsed = parseAmount(text, currency);
  const minor = parsed.ok ? toMinor(parsed.decimal, currency) : null;
  return typeof minor === 'bigint' && minor >= 0n ? minor.toString() : null;
}

/** Which stores a text may mean: the one of that key, or those of that name. Each store is looked at once, however many rows a table has. */
function storesByText(stores: LeaseSurroundings['stores']): (text: string) => string[] {
  const [keys, names] = [new Map<string, string>(), new Map<string, Set<string>>()];
  const call = (id: string, name: string): unknown => names.set(name, (names.get(name) ?? new Set()).add(id));
  for (const { id, key, name } of stores) {
    keys.set(key, id);
    call(id, `zh ${name.zh}`);
    call(id, `en ${name.en.toLowerCase()}`);
  }
  return (text) => {
    const key = keys.get(text);
    if (key !== undefined) return [key];
    return [...new Set([...(names.get(`zh ${text}`) ?? []), ...(names.get(`en ${text.toLowerCase()}`) ?? [])])];
  };
}

function storeOf(text: string, named: readonly string[], wrong: Wrong): string | null {
  if (named.length > 1) return wrong('two-stores', { text: shown(text) });
  return named[0] ?? wrong('unknown-store', { text: shown(text) });
}
