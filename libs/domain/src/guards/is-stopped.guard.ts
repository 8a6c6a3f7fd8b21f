import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** The request was stopped because its definition or a guard failed. */
export const isStopped = defineGuard({
  params: noParams,
  refuse: ({ context }) => (context.poisoned === null ? refusal('not-stopped') : null),
});
