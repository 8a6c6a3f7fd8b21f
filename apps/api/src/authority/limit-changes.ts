import { moneyOf, ownValue, toMinor, widens, type Bilingual, type DirectoryImportInput, type Grant, type Limit } from '@countersign/domain';
import { createHash } from 'node:crypto';
import { Problem, type FieldError } from '../http/problem/problem';
import type { LimitChangeBody } from './dto/limits.body';

type ImportGrant = NonNullable<DirectoryImportInput['grants']>[number];

/** Letters that a key of the directory has at most, and what it looks like. */
const LONGEST_KEY = 80;
const KEY = /^[a-z0-9]+(?:[-.:_][a-z0-9]+)*$/;

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
  /** Keys of the exceptions that begin on that day. */
  taken: ReadonlySet<string>;
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
  twice: { zh: '这一项在前面已经写过', en: 'an earlier change is about the same already' },
  ambiguous: { zh: '金额与不限额只能写一个', en: 'says either an amount or no limit, not both' },
  exists: { zh: '此人从这天起已有这项例外，请更改那一项', en: 'They have such an exception from that day already; change that one' },
  incomplete: { zh: '个人例外须写明给谁、什么事项、多少和到哪天', en: 'An exception says to whom, for what, how much and until when' },
  own: { zh: '不能给自己提高额度，须由他人更改', en: 'Nobody raises their own limit; somebody else has to' },
};

const wrong = (at: number, code: keyof typeof WRONG): FieldError => ({
  field: `changes.${at}`,
  code: String(code),
  params: {},
  message: ownValue(WRONG, code) ?? { zh: '', en: '' },
});

/** Reads a set of changes, each about something of its own. Pure. */
export function readChanges(changes: readonly LimitChangeBody[], around: LimitSurroundings): (ReadChange | FieldError)[] {
  const about = changes.map(({ grant, person, matter, plan = 'in' }) => grant ?? `${person} ${plan} ${matter}`);
  return changes.map((change, at) => {
    const read = readChange(change, at, around);
    return 'rows' in read && about.indexOf(about[at] ?? '') < at ? wrong(at, 'twice') : read;
  });
}

/** Reads one change of a set; a fault, where it cannot be made. */
function readChange(change: LimitChangeBody, at: number, around: LimitSurroundings): ReadChange | FieldError {
  if (change.unlimited && (change.amount ?? null) !== null) return wrong(at, 'ambiguous');
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
  const next = { ...old, ...stateOf(change), limit, source: around.reason, ...endOf(change, old.validTo) };
  if (own && widens(old, next)) return wrong(at, 'own');
  const later = old.validFrom === undefined || old.validFrom < around.from;
  const fresh = {
    ...next,
    key: keyFrom(old.key.replace(/\.from-\d{8}$/, ''), `.from-${around.from.replaceAll('-', '')}`),
    validFrom: around.from,
  };
  const rows = later ? [{ ...old, validTo: around.from }, fresh] : [next];
  return { rows, grant: { ...seen(id, limit, change), given: later ? fresh : next, personId: null } };
}

/** What the directory finds wrong with the rows of a set, at the changes that they come from. */
export function atTheirChange(changes: readonly ReadChange[]): (error: unknown) => never {
  const of = changes.flatMap(({ rows }, at) => rows.map(() => at));
  return (error) => {
    if (!(error instanceof Problem) || error.code !== 'directory-invalid') throw error;
    const errors = (error.errors ?? []).map((each) => {
      const [section, row, ...rest] = each.field.split('.');
      const at = section === 'grants' ? of[Number(row)] : undefined;
      return at === undefined ? each : { ...each, field: ['changes', at, ...rest].join('.') };
    });
    throw new Problem('limits-invalid', {}, errors);
  };
}

/** An exception: a limit of a person, for a time. */
function given(change: LimitChangeBody, limit: ImportGrant['limit'], { at, around }: Place): ReadChange | FieldError {
  const { person, matter, plan = 'in', validTo } = change;
  const key = person === undefined ? undefined : around.people.get(person);
  if (key === undefined || matter === undefined || !validTo || validTo <= around.from || limit === null) return wrong(at, 'incomplete');
  if (person === around.actorId) return wrong(at, 'own');
  const ownKey = exceptionKey({ person: key, matter, plan, from: around.from });
  if (around.taken.has(ownKey)) return wrong(at, 'exists');
  const row: ImportGrant = {
    ...{ key: ownKey, person: key, matter, plan, limit },
    ...{ kind: 'approve-within-limit', validFrom: around.from, validTo, source: around.reason },
  };
  return { rows: [row], grant: { ...seen(row.key, limit, change), given: row, personId: person ?? null } };
}

/** The key of an exception; one person has one for a matter and a side of the plan from a day on. */
function exceptionKey({ person, matter, plan, from }: { person: string; matter: string; plan: string; from: string }): string {
  return keyFrom(`exception.${person}.${matter}`, `.${plan}.${from.replaceAll('-', '')}`);
}

/** A key as the directory takes keys: what is too long, or has other signs than a key has, is told apart by its digest. */
function keyFrom(base: string, end: string): string {
  const room = LONGEST_KEY - end.length;
  if (base.length <= room && KEY.test(base)) return `${base}${end}`;
  const words = base
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .join('-');
  const digest = createHash('sha256').update(base).digest('hex').slice(0, 8);
  return `${words.slice(0, room - 9)}.${digest}${end}`.replace('-.', '.');
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
