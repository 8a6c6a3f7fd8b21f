import type { Client } from 'pg';
import type { RequestState } from '@countersign/domain';
import type { Books } from './books';
import { STORM_PROCESS } from './storm-process';

const SUMS = ['planned', 'moved', 'extended', 'reserved', 'committed', 'spent', 'outside'] as const;
type Sums = Record<(typeof SUMS)[number], string>;

const both = SUMS.map((sum) => `l.${sum}::text AS "${sum}", coalesce(sum(m.${sum}), 0)::text AS "added ${sum}"`).join(', ');
const LINES = `SELECT l.id, ${both} FROM budget_line l LEFT JOIN budget_movement m ON m.line_id = l.id GROUP BY l.id`;
const HELD = `SELECT r.id, r.state, coalesce(sum(m.reserved), 0)::text AS reserved, coalesce(sum(m.committed), 0)::text AS committed, coalesce(sum(m.extended), 0)::text AS extended
  FROM request r LEFT JOIN budget_movement m ON m.request_id = r.id WHERE r.definition_key = $1 GROUP BY r.id`;
const OUTSIDE = `SELECT reference, count(*)::int AS times, sum(outside)::text AS minor FROM budget_movement WHERE reference LIKE '演练-%' GROUP BY reference`;

/** What the ledger says that cannot be; empty where it is the sum of its movements, these are what was decided, and nothing was sold twice. */
export async function wrongMoney(database: Client, { acknowledged }: Books): Promise<string[]> {
  const { rows: lines } = await database.query<{ id: string } & Sums & Record<string, string>>(LINES);
  const { rows: held } = await database.query<Held>(HELD, [STORM_PROCESS.key]);
  const { rows: outside } = await database.query<{ reference: string; times: number; minor: string }>(OUTSIDE);
  const lost = [...acknowledged.keys()].filter((each) => !outside.some(({ reference }) => reference === each));
  return [
    ...lines.flatMap((line) => [...unlikeMovements(line), ...oversold(line)]),
    ...held.flatMap(unlikeDecisions),
    ...lost.map((reference) => `${reference} was acknowledged and is not in the books`),
    ...outside.filter(({ times }) => times > 1).map(({ reference, times }) => `${reference} was posted ${times} times`),
    ...outside
      .filter(({ reference, minor }) => acknowledged.has(reference) && Number(minor) !== (acknowledged.get(reference) ?? 0) * 100)
      .map(({ reference, minor }) => `${reference} was posted as ${minor}`),
  ];
}

interface Held {
  id: string;
  state: RequestState | null;
  reserved: string;
  committed: string;
  extended: string;
}

function unlikeMovements(line: { id: string } & Record<string, string>): string[] {
  return SUMS.flatMap((sum) =>
    line[sum] === line[`added ${sum}`] ? [] : [`line ${line.id}: ${sum} is ${line[sum]}, its movements come to ${line[`added ${sum}`]}`],
  );
}

/** Others may spend more than there is; requests take no more than that, and what was granted over it. */
function oversold({ id, ...line }: { id: string } & Record<string, string>): string[] {
  const [planned = 0n, moved = 0n, extended = 0n, reserved = 0n, committed = 0n, spent = 0n, outside = 0n] = SUMS.map((sum) =>
    BigInt(line[sum] ?? '0'),
  );
  const left = planned + moved + extended - reserved - committed - (spent - outside);
  return left < 0n ? [`line ${id}: requests have taken ${-left} more than there was`] : [];
}

const minorAt = (state: RequestState, path: string): bigint =>
  BigInt((state.context.fields[path] as { minor?: string } | null)?.minor ?? '0');

/** While it is asked for, what is covered is reserved; all of it is committed once it is approved, and nothing is held otherwise. */
function unlikeDecisions({ id, state, ...held }: Held): string[] {
  if (state === null) return [];
  const { outcome, returned, fields } = state.context;
  const draws = typeof fields['budget.line'] === 'string';
  const [covered, over] = draws ? [minorAt(state, 'budget.covered'), minorAt(state, 'budget.over')] : [0n, 0n];
  const asks = outcome === null && returned === null;
  const expected = {
    reserved: asks ? covered : 0n,
    committed: outcome === 'approved' ? covered + over : 0n,
    extended: outcome === 'approved' ? over : 0n,
  };
  return (Object.keys(expected) as (keyof typeof expected)[]).flatMap((sum) =>
    held[sum] === `${expected[sum]}` ? [] : [`${id} (${outcome ?? 'under way'}) holds ${sum} ${held[sum]}, and should ${expected[sum]}`],
  );
}
