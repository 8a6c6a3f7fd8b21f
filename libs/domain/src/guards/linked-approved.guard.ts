import { z } from 'zod';
import type { LinkedRequest } from '../request/facts';
import { saysSame } from '../request/links/linked-said';
import { refusal, type Refusal } from '../request/refusal';
import type { Json } from '../text/bilingual';
import { ownValue } from '../text/own-value';
import { defineGuard, valueWith } from './guard';

const pairSchema = z.strictObject({ own: z.string(), other: z.string(), exact: z.boolean() });

function notApproved(field: string, { number, outcome }: Pick<LinkedRequest, 'number' | 'outcome'>): Refusal {
  return refusal('linked-not-approved', { field, request: number, outcome });
}

/**
 * The request that a field names is approved, and has not been revoked or re-opened since; and it says the same in the fields that are named. Facts
 * that hold nothing of it are those of a button: the press itself looks it up.
 */
export const linkedApproved = defineGuard({
  params: z.strictObject({ field: z.string(), approved: z.boolean(), same: z.array(pairSchema) }),
  fields: ({ field, same }) => [field, ...same.map(({ own }) => own)],
  refuse(input, { field, approved, same }) {
    const id = valueWith(input, field);
    const { linked } = input.facts;
    if (id === null || linked === undefined) return null;
    const found = ownValue(linked, field);
    if (found?.id !== id) return notApproved(field, { number: null, outcome: null });
    if (approved && found.outcome !== 'approved') return notApproved(field, found);
    const other = same.find(({ own, other: theirs, exact }) => !saysSame(found, theirs, valueWith(input, own) as Json, exact));
    return other === undefined ? null : refusal('linked-differs', { field, own: other.own, request: found.number });
  },
});
