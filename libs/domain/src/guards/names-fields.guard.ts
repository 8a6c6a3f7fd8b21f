import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** Whoever sends a request back names what its requester can change, and nothing else. */
export const namesFields = defineGuard({
  params: noParams,
  refuse: ({ command }) =>
    'unnameable' in command && command.unnameable !== undefined ? refusal('change-unnameable', { field: command.unnameable }) : null,
});
