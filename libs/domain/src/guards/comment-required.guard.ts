import { z } from 'zod';
import { environmentOf } from '../conditions/environment';
import { holds } from '../conditions/holds';
import { conditionSchema } from '../definition/condition.schema';
import { refusal } from '../request/refusal';
import { defineGuard } from './guard';

/** The decision comes with a comment: always, or where the condition holds. */
export const commentRequired = defineGuard({
  params: z.strictObject({ where: z.union([z.literal(true), conditionSchema]) }),
  refuse({ context, command }, { where }) {
    if (('hasComment' in command && command.hasComment) || (where !== true && !holds(where, environmentOf(context)))) return null;
    return refusal('comment-required');
  },
});
