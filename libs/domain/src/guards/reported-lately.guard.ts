import { refusal } from '../request/refusal';
import { seatsAwaited } from '../request/supervision';
import { defineGuard, noParams } from './guard';

/** Superiors that hear of the same thing more often than this help nobody. */
const HOURS = 4;

/** Somebody has the request of whom can be reported, and nobody has reported it lately. */
export const reportedLately = defineGuard({
  params: noParams,
  refuse({ context, command, facts }) {
    if (seatsAwaited(context, command.actor).length === 0) return refusal('nobody-to-urge');
    const { reportedAt } = context;
    const again = reportedAt === undefined ? null : new Date(Date.parse(reportedAt) + HOURS * 3_600_000).toISOString();
    return again !== null && facts.now < again ? refusal('reported-lately', { hours: HOURS, again }) : null;
  },
});
