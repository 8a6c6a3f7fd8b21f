import { z } from 'zod';
import type { Definition } from '../definition/definition.schema';
import { HELD_REQUESTER, type HeldPart } from '../definition/structure/outline';
import { oneInForceRule } from '../definition/starts/submit-checks';
import { fieldValue } from '../form/field-value';
import type { HeldValue } from '../request/held';
import type { FormValues } from '../request/request-state';
import { defineGuard, valueWith } from './guard';
import { alreadyInForce, heldPartsSchema, valuesTogether } from './held';
import { ownValue } from '../text/own-value';

/** The field that a form marks: the last one that somebody fills in. */
const marked = (parts: readonly HeldPart[]): string => parts.findLast(({ field }) => field !== HELD_REQUESTER)?.field ?? '';

/**
 * No other request of the process that is under way or approved says the same in all of these fields, or has a day in common with their range of dates.
 * What is blank in one of them is like no other.
 */
export const oneInForce = defineGuard({
  params: z.strictObject({ register: z.string(), parts: heldPartsSchema }),
  fields: ({ parts }) => parts.flatMap(({ field }) => (field === HELD_REQUESTER ? [] : [field])),
  holds: ({ register, parts }) => [{ register, field: marked(parts), parts }],
  refuse(input, { register, parts }) {
    const { context, command, facts } = input;
    const asks = context.requester?.id ?? command.actor;
    const values = valuesTogether(parts, (field) => (field === HELD_REQUESTER ? asks : valueWith(input, field)));
    const claimed = ownValue(facts.claimed, register) ?? {};
    const taken = values.find(({ value }) => Object.hasOwn(claimed, value));
    if (taken === undefined) return null;
    return alreadyInForce({ field: marked(parts), request: ownValue(claimed, taken.value) ?? null, day: taken.day });
  },
});

/** What a form says, by the rule of a process, that only one request may have; nothing where it says nothing in one of the fields. Pure. */
export function oneInForceOf(definition: Definition, { form, requesterId }: { form: FormValues; requesterId: string }): HeldValue[] {
  const rule = oneInForceRule(definition);
  if (rule === null) return [];
  const values = valuesTogether(rule.parts, (field) => (field === HELD_REQUESTER ? requesterId : fieldValue(definition, form, field)));
  return values.map(({ value }) => ({ register: rule.register, value }));
}
