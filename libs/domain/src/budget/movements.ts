import type { FundsHeld } from '../request/held';

/** What happened to a line, in the words of its ledger. `refund`: money that was spent has come back. */
export const MOVEMENT_KINDS = ['release', 'refund', 'extend', 'spend', 'commit', 'reserve'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** One movement of a line: immutable, keyed by request, transition, line and kind. Amounts in minor units, by how much each sum changes. */
export interface Movement {
  line: string;
  currency: string;
  kind: MovementKind | 'transfer';
  reserved: string;
  committed: string;
  spent: string;
  extended: string;
  /** From and to other lines. */
  moved: string;
}

type Sum = 'reserved' | 'committed' | 'spent' | 'extended';
type Sums = Record<Sum, bigint>;

const NOTHING: Sums = { reserved: 0n, committed: 0n, spent: 0n, extended: 0n };
const larger = (left: bigint, right: bigint): bigint => (left > right ? left : right);
const smaller = (left: bigint, right: bigint): bigint => (left < right ? left : right);

/**
 * The movements by which a request comes from what it held to what it holds, in fixed order of lines: never anything but that difference. What moves on
 * to the next stage is taken from the stage before as far as that gives it up; what is given back comes first. Pure.
 */
export function movementsBetween(before: FundsHeld | null, after: FundsHeld | null): Movement[] {
  const lines = [...new Set([before?.line, after?.line].flatMap((line) => line ?? []))].sort();
  return lines.flatMap((line) => {
    const [from, to] = [sumsOn(line, before), sumsOn(line, after)];
    const currency = (after?.line === line ? after.currency : before?.currency) ?? '';
    return steps(from, to).flatMap(({ kind, change }) =>
      Object.values(change).every((each) => each === 0n) ? [] : [{ line, currency, kind, ...written(change) }],
    );
  });
}

function sumsOn(line: string, held: FundsHeld | null): Sums {
  if (held?.line !== line) return NOTHING;
  const { reserved, committed, spent, extended } = held;
  return { reserved: BigInt(reserved), committed: BigInt(committed), spent: BigInt(spent), extended: BigInt(extended) };
}

function written({ reserved, committed, spent, extended }: Sums): Record<Sum | 'moved', string> {
  return { reserved: `${reserved}`, committed: `${committed}`, spent: `${spent}`, extended: `${extended}`, moved: '0' };
}

function steps(from: Sums, to: Sums): { kind: MovementKind; change: Sums }[] {
  const spend = larger(to.spent - from.spent, 0n);
  const spentFromCommitted = smaller(spend, larger(from.committed - to.committed, 0n));
  const spentFromReserved = smaller(spend - spentFromCommitted, larger(from.reserved - to.reserved, 0n));
  const [committed, reserved] = [from.committed - spentFromCommitted, from.reserved - spentFromReserved];
  const commit = larger(to.committed - committed, 0n);
  const commitFromReserved = smaller(commit, larger(reserved - to.reserved, 0n));
  const left = reserved - commitFromReserved;
  return [
    {
      kind: 'release',
      change: { ...NOTHING, committed: smaller(to.committed - committed, 0n), reserved: smaller(to.reserved - left, 0n) },
    },
    { kind: 'refund', change: { ...NOTHING, spent: smaller(to.spent - from.spent, 0n) } },
    { kind: 'extend', change: { ...NOTHING, extended: to.extended - from.extended } },
    { kind: 'spend', change: { ...NOTHING, spent: spend, committed: -spentFromCommitted, reserved: -spentFromReserved } },
    { kind: 'commit', change: { ...NOTHING, committed: commit, reserved: -commitFromReserved } },
    { kind: 'reserve', change: { ...NOTHING, reserved: larger(to.reserved - left, 0n) } },
  ];
}
