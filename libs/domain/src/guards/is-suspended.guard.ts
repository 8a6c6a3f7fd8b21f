import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** The request is suspended. */
export const isSuspended = defineGuard({
  params: noParams,
  refuse: ({ context }) => (context.suspendedAt === undefined ? refusal('not-suspended') : null),
});
