import { refusal } from '../request/refusal';
import { readersOf } from '../request/supervision';
import { defineGuard, noParams } from './guard';

/** The actor was sent a copy of which they are to confirm that they have read it, and has not. */
export const hasToRead = defineGuard({
  params: noParams,
  refuse({ context, command }) {
    const waits = readersOf(context).some(({ person, at }) => person === command.actor && at === null);
    return waits ? null : refusal('nothing-to-confirm');
  },
});
