import { z } from 'zod';
import { holds, type ConditionEnvironment } from '../conditions/holds';
import { conditionSchema } from '../definition/condition.schema';
import { kindOf } from '../definition/step.schema';
import type { Definition } from '../definition/definition.schema';
import { askedChoices, choicesWith } from '../people/choices';
import type { FieldValue } from '../request/request-state';
import { parametersOf, parametersWith, type ParameterValue } from '../definition/parameters';
import { expectedValue } from '../form/expected-value';
import { refusal } from '../request/refusal';
import { flatten } from '../definition/flow';
import { ownValue } from '../text/own-value';
import { defineGuard, writtenValues, type GuardInput } from './guard';

/** Steps to be picked for, and what a route preview takes for granted before anybody has decided. */
const choicesParams = z.strictObject({
  choices: z.array(z.strictObject({ step: z.string(), when: conditionSchema })),
  /** Values of fields that steps are expected to write. */
  expected: z.record(z.string(), z.custom<FieldValue>()),
  /** Opinions, taken to be in favour. */
  opinions: z.array(z.string()),
  /** Parameters while the company has set none. */
  params: z.record(z.string(), z.custom<ParameterValue>()),
});
export type ChoicesParams = z.infer<typeof choicesParams>;

/** What the guard asks in requests of a definition. Pure; JSON. */
export function choicesParamsOf(definition: Definition): ChoicesParams {
  const expected = definition.form.fields.filter((field) => field.filledAt === 'step' && field.expected !== undefined);
  return {
    choices: askedChoices(definition.flow),
    expected: Object.fromEntries(expected.map((field) => [field.key, expectedValue(field) as FieldValue])),
    opinions: flatten(definition.flow).flatMap((step) => (kindOf(step).decision?.signed ? [step.id] : [])),
    params: parametersOf(definition),
  };
}

/** What is known of the way that a request with such values will take. Pure. */
export function foreseen(
  fields: ConditionEnvironment['fields'],
  { context, facts }: Pick<GuardInput, 'context' | 'facts'>,
  { expected, opinions, params }: ChoicesParams,
): ConditionEnvironment {
  const blank = Object.entries(expected).filter(([path]) => (ownValue(fields, path) ?? null) === null);
  return {
    fields: { ...fields, ...Object.fromEntries(blank) },
    params: context.requester ? context.params : parametersWith(params, facts.params),
    stanceOn: (step) => (opinions.includes(step) ? 'for' : null),
    requesterRoles: context.requester?.roles ?? facts.actor?.roles ?? [],
  };
}

/** Steps that the walk is expected to come to and for which the requester picks somebody. Pure. */
export function choicesAsked(input: GuardInput, params: ChoicesParams): string[] {
  const environment = foreseen(writtenValues(input.command), input, params);
  return params.choices.filter(({ when }) => holds(when, environment)).map(({ step }) => step);
}

/** The requester has picked somebody for every step that is theirs to pick for and that the walk is expected to come to. */
export const choicesMade = defineGuard({
  params: choicesParams,
  refuse(input, params) {
    const made = choicesWith(input.context, { choices: 'choices' in input.command ? input.command.choices : {} });
    const steps = choicesAsked(input, params).filter((step) => !Object.hasOwn(made, step));
    return steps.length > 0 ? refusal('choice-required', { steps }) : null;
  },
});
