import { z } from 'zod';
import { refusal } from '../request/refusal';
import { defineGuard } from './guard';

/** The request may make another round: each return, to whomever, begins one. */
export const roundsLeft = defineGuard({
  params: z.strictObject({ max: z.int() }),
  refuse: ({ context }, { max }) => (context.returns + 1 >= max ? refusal('too-many-rounds', { max }) : null),
});
