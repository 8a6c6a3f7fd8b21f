import { z } from 'zod';
import { environmentOf } from '../conditions/environment';
import { holds } from '../conditions/holds';
import { conditionPaths } from '../conditions/operands';
import { conditionSchema } from '../definition/condition.schema';
import { bilingualSchema } from '../text/bilingual';
import { refusal } from '../request/refusal';
import { defineGuard } from './guard';

/** A condition, and why it is refused where that does not hold; `field`: at which field of the form that is said. */
export const mustHoldParams = z.strictObject({
  condition: conditionSchema,
  words: bilingualSchema,
  field: z.string().min(1).optional(),
});
export type MustHold = z.infer<typeof mustHoldParams>;

/** The refusal of a request for which a condition does not hold. Pure. */
export const notHeld = ({ words, field }: MustHold) => refusal('must-hold', { words, ...(field !== undefined && { field }) });

/** A condition of the definition holds for the request as the decision leaves it. */
export const mustHold = defineGuard({
  params: mustHoldParams,
  inDefinitions: true,
  fields: ({ condition }) => conditionPaths(condition),
  condition: ({ condition }) => condition,
  refuse: ({ context }, check) => (holds(check.condition, environmentOf(context)) ? null : notHeld(check)),
});
