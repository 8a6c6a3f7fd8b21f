import { z } from 'zod';
import { rootOf } from '../conditions/holds';
import { registerText } from '../text/register-text';
import type { Facts } from '../request/facts';
import type { HeldField, HeldPart } from '../definition/outline';
import type { Held } from '../request/held';
import { refusal, type Refusal } from '../request/refusal';
import type { FieldValue, RequestContext } from '../request/request-state';
import { ownValue } from '../text/own-value';
import { textsOf } from './guard';

/** One field whose values are held, or several together. */
export const heldFieldSchema = z.strictObject({
  register: z.string(),
  field: z.string(),
  parts: z.array(z.strictObject({ field: z.string(), exact: z.boolean() })).optional(),
});

type Holder = Pick<RequestContext, 'outcome' | 'fields' | 'carriedOut'>;

interface Claim {
  register: string;
  field: string;
  /** Of several fields together: all of them. */
  parts?: HeldPart[];
  /** As it is written in the form. */
  written: string;
  value: string;
}

function claimsOf(fields: readonly HeldField[], { outcome, carriedOut, fields: values }: Holder): Claim[] {
  if (outcome !== null && outcome !== 'approved' && carriedOut.length === 0) return [];
  return fields.flatMap(({ register, field, parts }) => {
    if (parts !== undefined) return together({ register, field, parts }, values);
    return canonical(ownValue(values, field) ?? null).map(({ written, value }) => ({ register, field, written, value }));
  });
}

function together(held: HeldField & { parts: HeldPart[] }, values: Holder['fields']): Claim[] {
  const value = togetherOf(held.parts, (field) => ownValue(values, field) ?? null);
  return value === '' ? [] : [{ ...held, written: value, value }];
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
    (claim) => !own.has(keyOf(claim)) && Object.hasOwn(claimed[claim.register] ?? {}, claim.value),
  );
  if (taken === undefined) return null;
  const request = claimed[taken.register]?.[taken.value] ?? null;
  if (taken.parts !== undefined) return refusal('one-in-force', { field: taken.field, request });
  return refusal('value-taken', { field: taken.field, value: taken.written, request });
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
