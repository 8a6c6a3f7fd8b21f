import { refusal } from '../request/refusal';
import { recordOf } from '../request/standing';
import { defineGuard, stepParams } from './guard';

/** The step asked another system for something, and waits for somebody to see to it, or was called back with what it cannot use. */
export const askedInVain = defineGuard({
  params: stepParams,
  refuse({ context }, { step }) {
    const { status, call } = recordOf(context, step) ?? {};
    return status === 'blocked' || (status === 'waiting' && call?.wrong) ? null : refusal('not-failed');
  },
});
