import { z } from 'zod';
import { environmentOf } from '../conditions/environment';
import { holds } from '../conditions/holds';
import { conditionPaths } from '../conditions/operands';
import { parametersWith, type ParameterValue } from '../definition/parameters';
import { defineGuard, writtenValues } from './guard';
import { mustHoldParams, notHeld } from './must-hold.guard';

/** A condition of the definition holds for what is submitted: by what directory and company say then, once submitted by what that found. */
export const holdsAtSubmit = defineGuard({
  params: mustHoldParams.extend({
    /** Parameters while the company has set none. */
    standards: z.record(z.string(), z.custom<ParameterValue>()),
  }),
  fields: ({ condition }) => conditionPaths(condition),
  refuse({ context, command, facts }, { standards, ...check }) {
    const { requester } = context;
    const environment = environmentOf(context);
    const met = holds(check.condition, {
      ...environment,
      fields: { ...environment.fields, ...writtenValues(command) },
      params: requester ? context.params : parametersWith(standards, facts.params),
      requesterRoles: requester?.roles ?? facts.actor?.roles ?? [],
    });
    return met ? null : notHeld(check);
  },
});
