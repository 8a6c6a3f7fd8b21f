import { refusal } from '../request/refusal';
import { defineGuard, noParams } from './guard';

/** The decision is about what is there now: the hash that was shown comes back unchanged. */
export const staleContent = defineGuard({
  params: noParams,
  refuse({ context, command }) {
    const shown = 'shown' in command ? command.shown : null;
    return shown === context.contentHash ? null : refusal('stale-content', { shown, current: context.contentHash });
  },
});
