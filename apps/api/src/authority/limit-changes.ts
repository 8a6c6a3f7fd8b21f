import { moneyOf, ownValue, toMinor, type Bilingual, type DirectoryImportInput, type Grant, type Limit } from '@countersign/domain';
import type { FieldError } from '../http/problem/problem';
import type { LimitChangeBody } from './dto/limits.body';

type ImportGrant = NonNullable<DirectoryImportInput['grants']>[number];

/** A grant as it stands, in the keys of a directory document. */
export interface StandingGrant extends ImportGrant {
  id: string;
  /** Its holder is whoever makes the change. */
  own: boolean;
}

/** What changes are read against. */
export interface LimitSurroundings {
  grants: ReadonlyMap<string, StandingGrant>;
  /** Keys of people by their ids. */
  people: ReadonlyMap<string, string>;
  actorId: string;
  currency: string;
  /** The day from which they hold. */
  from: string;
  reason: string;
}

/** One change: the rows that a directory document takes, and the grant as decisions will see it. */
export interface ReadChange {
  rows: ImportGrant[];
  grant: Pick<Grant, 'id' | 'limit' | 'state' | 'withheldReason'> & { given: ImportGrant; personId: string | null };
}

const WRONG: Record<string, Bilingual> = {
  unknown: { zh: '没有这项授权', en: 'There is no such grant' },
  over: { zh: '这项授权到那天已经结束', en: 'The grant is over by that day' },
  amount: { zh: '须为该币种的金额，例如 8000.00', en: 'must be an amount of the currency, such as 8000.00' },
  incomplete: { zh: '个人例外须写明给谁、什么事项、多少和到哪天', en: 'An exception says to whom, for what, how much and until when' },
  own: { zh: '不能给自己提高额度，须由他人更改', en: 'Nobody raises their own limit; somebody else has to' },
};

const wrong = (at: number, code: keyof typeof WRONG): FieldError => ({
  field: `changes.${at}`,
  code: String(code),
  params: {},
  message: ownValue(WRONG, code) ?? { zh: '', en: '' },
});

/** Reads one change of a set. Pure; a fault, where it cannot be made. */
export function readChange(change: LimitChangeBody, at: number, around: LimitSurroundings): ReadChange | FieldError {
  const limit = limitOf(change, around.currency);
  if (limit === undefined) return wrong(at, 'amount');
  return change.grant === undefined ? given(change, limit, { at, around }) : changed(change, limit, { at, around });
}

interface Place {
  at: number;
  around: LimitSurroundings;
}

function changed(change: LimitChangeBody, limit: ImportGrant['limit'], { at, around }: Place): ReadChange | FieldError {
  const found = around.grants.get(change.grant ?? '');
  if (found === undefined) return wrong(at, 'unknown');
  const { id, own, ...old } = found;
  if (old.validTo !== undefined && old.validTo <= around.from) return wrong(at, 'over');
  const stands = old.state === 'granted' ? (old.limit ?? null) : null;
  if (own && change.withheld === undefined && raises(stands, limit ?? null)) return wrong(at, 'own');
  const next = { ...old, ...stateOf(change), limit, source: around.reason, ...endOf(change, old.validTo) };
  const later = old.validFrom === undefined || old.validFrom < around.from;
  const fresh = { ...next, key: `${old.key.replace(/\.from-\d{8}$/, '')}.from-${around.from.replaceAll('-', '')}`, validFrom: around.from };
  const rows = later ? [{ ...old, validTo: around.from }, fresh] : [next];
  return { rows, grant: { ...seen(id, limit, change), given: later ? fresh : next, personId: null } };
}

/** An exception: a limit of a person, for a time. */
function given(change: LimitChangeBody, limit: ImportGrant['limit'], { at, around }: Place): ReadChange | FieldError {
  const { person, matter, plan = 'in', validTo } = change;
  const key = person === undefined ? undefined : around.people.get(person);
  if (key === undefined || matter === undefined || !validTo || validTo <= around.from || limit === null) return wrong(at, 'incomplete');
  if (person === around.actorId) return wrong(at, 'own');
  const row: ImportGrant = {
    ...{ key: `exception.${key}.${matter}.${plan}.${around.from.replaceAll('-', '')}`.slice(0, 80), person: key, matter, plan, limit },
    ...{ kind: 'approve-within-limit', validFrom: around.from, validTo, source: around.reason },
  };
  return { rows: [row], grant: { ...seen(row.key, limit, change), given: row, personId: person ?? null } };
}

/** `undefined`: what is said is no amount. */
function limitOf({ amount, unlimited }: LimitChangeBody, currency: string): ImportGrant['limit'] {
  if (unlimited) return 'no-limit';
  if (amount === undefined || amount === null) return null;
  const minor = toMinor(amount, currency);
  return typeof minor === 'bigint' && minor >= 0n ? { amount, currency } : undefined;
}

function seen(
  id: string,
  limit: ImportGrant['limit'],
  { withheld }: LimitChangeBody,
): Pick<Grant, 'id' | 'limit' | 'state' | 'withheldReason'> {
  const told: Limit =
    limit === undefined || limit === null || limit === 'no-limit' ? (limit ?? null) : moneyOf(limit.amount, limit.currency);
  return { id, limit: told, state: withheld === undefined ? 'granted' : 'withheld', withheldReason: withheld ?? null };
}

const stateOf = ({ withheld }: LimitChangeBody): Pick<ImportGrant, 'state' | 'withheldReason'> =>
  withheld === undefined ? { state: 'granted', withheldReason: undefined } : { state: 'withheld', withheldReason: withheld };

const endOf = ({ validTo }: LimitChangeBody, old: string | undefined): Pick<ImportGrant, 'validTo'> => ({
  validTo: validTo === undefined ? old : (validTo ?? undefined),
});

/** Whether one limit lets its holder go further than another. */
function raises(old: NonNullable<ImportGrant['limit']> | null, next: NonNullable<ImportGrant['limit']> | null): boolean {
  if (next === null || old === 'no-limit') return false;
  if (old === null || next === 'no-limit') return true;
  return (
    old.currency !== next.currency || BigInt(moneyOf(next.amount, next.currency).minor) > BigInt(moneyOf(old.amount, old.currency).minor)
  );
}
