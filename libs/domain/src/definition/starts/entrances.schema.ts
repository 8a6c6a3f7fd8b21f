import { z } from 'zod';
import { bilingualSchema } from '../../text/bilingual';
import { LIMITS } from '../limits';
import { nameSchema } from '../patterns';

const entranceSchema = z.strictObject({
  /** An option of the field. */
  value: nameSchema,
  title: bilingualSchema,
  /** Roles that come in by it; absent: whoever may start the process. */
  roles: z.array(nameSchema).min(1).max(LIMITS.listed).optional(),
});

/** Several ways to start a process, told apart by a choice of its form: fields and steps that are of one of them alone say so by conditions on it. */
export const entrancesSchema = z.strictObject({
  field: nameSchema,
  each: z.array(entranceSchema).min(2).max(LIMITS.listed),
});
export type Entrances = z.infer<typeof entrancesSchema>;
