import { z } from 'zod';
import { rootOf } from '../conditions/holds';
import { registerText } from '../text/register-text';
import type { Facts } from '../request/facts';
import { LIMITS } from '../definition/limits';
import { HELD_REQUESTER, type HeldField, type HeldPart } from '../definition/structure/outline';
import type { Held } from '../request/held';
import { dayAfter, daysBetween } from '../calendar/day-count';
import { refusal, type Refusal } from '../request/refusal';
import type { FieldValue, RequestContext } from '../request/request-state';
import { ownValue } from '../text/own-value';
import { textsOf } from './guard';

/** Fields whose values are held together. */
export const heldPartsSchema = z.array(z.strictObject({ field: z.string(), exact: z.boolean(), days: z.literal(true).optional() })).min(1);
/** One field whose values are held, or several together. */
export const heldFieldSchema = z.strictObject({ register: z.string(), field: z.string(), parts: heldPartsSchema.optional() });

type Holder = Pick<RequestContext, 'outcome' | 'fields' | 'carriedOut'> & {
  requester?: Pick<NonNullable<RequestContext['requester']>, 'id'> | null;
};

interface Claim {
  register: string;
  field: string;
  /** Of several fields together: all of them. */
  parts?: HeldPart[];
  /** As it is written in the form. */
  written: string;
  /** Of a range of dates: the day that it is about. */
  day?: string | null;
  value: string;
}

function claimsOf(fields: readonly HeldField[], holder: Holder): Claim[] {
  const { outcome, carriedOut, fields: values } = holder;
  if (outcome !== null && outcome !== 'approved' && carriedOut.length === 0) return [];
  return fields.flatMap(({ register, field, parts }) => {
    if (parts !== undefined) return together({ register, field, parts }, holder);
    return canonical(ownValue(values, field) ?? null).map(({ written, value }) => ({ register, field, written, value }));
  });
}

function together(held: HeldField & { parts: HeldPart[] }, { fields, requester }: Holder): Claim[] {
  const valueOf = (field: string): FieldValue => (field === HELD_REQUESTER ? (requester?.id ?? null) : (ownValue(fields, field) ?? null));
  const said = held.parts.filter(({ field, days }) => field !== HELD_REQUESTER && !days).map(({ field }) => String(valueOf(field)));
  return valuesTogether(held.parts, valueOf).map(({ value, day }) => ({
    ...held,
    written: [...said, ...(day === null ? [] : [day])].join(' · '),
    value,
    day,
  }));
}

/** A value that fields say together; `day`: which of the range it is about. */
interface Together {
  value: string;
  day: string | null;
}

/** Every day of a range, first and last included, as far as days are held at all; none of one that is filled in by half. Pure. */
function daysOf(range: FieldValue): string[] {
  if (!Array.isArray(range) || range.length !== 2) return [];
  const [from = '', to = ''] = range;
  const days = Math.min(daysBetween(from, to) + 1, LIMITS.heldDays);
  return Array.from({ length: Math.max(0, days || 0) }, (_, place) => dayAfter(from, place));
}

/** All that fields say together: one value, or one for each day of the range among them; none where one of them says nothing. Pure. */
export function valuesTogether(parts: readonly HeldPart[], valueOf: (field: string) => FieldValue): Together[] {
  const plain = parts.filter(({ days }) => !days);
  const said = togetherOf(plain, valueOf);
  if (plain.length > 0 && said === '') return [];
  const range = parts.find(({ days }) => days);
  if (range === undefined) return [{ value: said, day: null }];
  return daysOf(valueOf(range.field)).map((day) => ({ value: plain.length === 0 ? day : `${said}\n${day}`, day }));
}

/** What fields say together, each told apart as it is; `''` where one of them says nothing. Pure. PostgreSQL spells it out alike (`claimed_elsewhere`). */
export function togetherOf(parts: readonly HeldPart[], valueOf: (field: string) => FieldValue): string {
  const each = parts.map(({ field, exact }) => {
    const value = valueOf(field);
    if (value === null || typeof value === 'object') return '';
    return exact ? String(value) : registerText(String(value));
  });
  return each.includes('') ? '' : each.join('\n');
}

const kept = new WeakMap<readonly string[], Pick<Claim, 'written' | 'value'>[]>();

/** A walk looks at the same column at every step: it is read once. Pure (kept per list, which nothing changes). */
function canonical(value: FieldValue): Pick<Claim, 'written' | 'value'>[] {
  const known = Array.isArray(value) ? kept.get(value) : undefined;
  const found = known ?? textsOf(value).map((written) => ({ written, value: registerText(written) }));
  if (Array.isArray(value)) kept.set(value, found);
  return found;
}

/** What a request holds where it stands, each value once: nothing once it was rejected, withdrawn or terminated before anything was carried out. Pure. */
export function heldBy(fields: readonly HeldField[], holder: Holder): Held {
  const held = new Map<string, Held['values'][number]>();
  for (const { register, value } of claimsOf(fields, holder)) if (value !== '') held.set(keyOf({ register, value }), { register, value });
  return { values: [...held.values()] };
}

/** Why a request may not come to hold what it would hold `after` and did not hold `before`; null where nobody else holds any of it. Pure. */
export function heldElsewhere(
  fields: readonly HeldField[],
  { before, after }: { before: Holder; after: Holder },
  { claimed }: Pick<Facts, 'claimed'>,
): Refusal | null {
  if (before.fields === after.fields && before.outcome === after.outcome) return null;
  const own = new Set(claimsOf(fields, before).map(keyOf));
  const taken = claimsOf(fields, after).find(
    (claim) => !own.has(keyOf(claim)) && Object.hasOwn(ownValue(claimed, claim.register) ?? {}, claim.value),
  );
  if (taken === undefined) return null;
  const request = ownValue(ownValue(claimed, taken.register), taken.value) ?? null;
  if (taken.parts !== undefined) return alreadyInForce({ field: taken.field, request, day: taken.day ?? null });
  return refusal('value-taken', { field: taken.field, value: taken.written, request });
}

/** The refusal of what another request has in force already; `day`: on which day both are, where they are about ranges of dates. Pure. */
export function alreadyInForce({ day, ...params }: { field: string; request: string | null; day: string | null }): Refusal {
  return refusal('one-in-force', { ...params, ...(day === null ? {} : { day }) });
}

/** What a command does to the values that a request holds. */
interface Change {
  before: Holder;
  after: Holder;
  /** Fields that the command may put right, as its step wrote them when it was carried out. */
  own: readonly string[];
}

/**
 * Why a value may not be let go of: something was carried out while it stood (an invoice was paid), so it stays used up whatever becomes of the form.
 * null where all stay, or where the carrying out itself is taken back.
 */
export function usedUp(fields: readonly HeldField[], { before, after, own }: Change): Refusal | null {
  const step = before.carriedOut.at(-1);
  if (step === undefined || before.fields === after.fields || before.carriedOut.some((each) => !after.carriedOut.includes(each)))
    return null;
  const left = new Set(claimsOf(fields, after).map(keyOf));
  const lost = claimsOf(fields, before).find(
    (claim) => claim.value !== '' && !left.has(keyOf(claim)) && !(claim.parts ?? [claim]).some(({ field }) => own.includes(rootOf(field))),
  );
  return lost === undefined ? null : refusal('value-used', { field: lost.field, value: lost.written, step });
}

function keyOf({ register, value }: { register: string; value: string }): string {
  return `${register}\n${value}`;
}
