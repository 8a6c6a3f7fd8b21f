import { refusal } from '../request/refusal';
import { seatsAwaited } from '../request/supervision';
import { againFrom, COOL_DOWN_HOURS } from './cool-down';
import { defineGuard, noParams } from './guard';

/** Somebody has the request of whom can be reported, and nobody has reported it lately. */
export const reportedLately = defineGuard({
  params: noParams,
  refuse({ context, command, facts }) {
    if (seatsAwaited(context, command.actor).length === 0) return refusal('nobody-to-urge');
    const again = againFrom(context.reportedAt, facts.now);
    return again === null ? null : refusal('reported-lately', { hours: COOL_DOWN_HOURS, again });
  },
});
