import { z } from 'zod';
import { authorityQuestion } from '../authority/question';
import { environmentOf } from '../conditions/environment';
import { holds } from '../conditions/holds';
import { conditionSchema } from '../definition/condition.schema';
import { BULK_BARS } from '../definition/structure/in-bulk';
import { authoritySchema } from '../definition/steps/step-parts';
import { compareMoney, isMoney, moneyOf, type Money } from '../money/money';
import { refusal, type Refusal } from '../request/refusal';
import { votesOf } from '../request/standing';
import { ownValue } from '../text/own-value';
import { defineGuard, seatsOfActor, type GuardInput } from './guard';

const params = z.strictObject({
  step: z.string(),
  bar: z.enum(BULK_BARS).nullable(),
  /** Where a comment is demanded. */
  comment: conditionSchema.optional(),
  authority: authoritySchema.optional(),
  /** The money field that the request is about. */
  amount: z.string().optional(),
});

const alone = (why: string, more: Record<string, string> = {}): Refusal => refusal('not-in-bulk', { why, ...more });

/** The amount of the request, where it is more than whoever presses decides without a second look. A blank one is looked at. */
function tooMuch({ context }: GuardInput, field: string | undefined, upTo: string): Refusal | null {
  if (field === undefined) return null;
  const amount = ownValue(context.fields, field) ?? null;
  if (!isMoney(amount)) return alone('no-amount');
  const most: Money = moneyOf(upTo, amount.currency);
  return compareMoney(amount, most) === 1 ? alone('amount', { ...most }) : null;
}

/** Somebody has signed that it should not go on as it is. */
function objected({ context }: GuardInput): boolean {
  return Object.values(context.steps).some((record) =>
    votesOf(record).some(({ stance }) => stance !== null && stance !== undefined && stance !== 'for'),
  );
}

/**
 * What is passed together with others needs no look of its own: nothing is filled in, signed or carried out, the amount is below what its person
 * looks at twice, it is not over plan, and nobody has spoken against it.
 */
export const inBulk = defineGuard({
  params,
  refuse(input, { step, bar, comment, authority, amount }) {
    const { context, command } = input;
    if (command.type !== 'approve' || command.bulk === undefined) return null;
    if (bar !== null) return alone(bar);
    if (command.edits) return alone('fields');
    const [[, own] = []] = seatsOfActor(input, step);
    if (own?.addedBy !== undefined) return alone('added');
    if (objected(input)) return alone('objection');
    if (comment && holds(comment, environmentOf(context))) return alone('comment');
    if (authority?.inPlan && authorityQuestion(authority, context).inPlan === false) return alone('over-plan');
    return tooMuch(input, amount, command.bulk.upTo);
  },
});
