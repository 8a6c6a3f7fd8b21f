import { refusal } from '../request/refusal';
import { openSeats } from '../request/standing';
import { defineGuard, noParams } from './guard';

/** Reminding people more often than this helps nobody. */
const HOURS = 4;

/** Somebody else has the request, and was not reminded of it lately. */
export const mayUrge = defineGuard({
  params: noParams,
  refuse({ context, facts }) {
    const { urgedAt, requester } = context;
    const waits = Object.values(context.steps).some((record) => openSeats(record).some(([, { person }]) => person !== requester?.id));
    if (!waits) return refusal('nobody-to-urge');
    const soon = urgedAt !== undefined && Date.parse(facts.now) < Date.parse(urgedAt) + HOURS * 3_600_000;
    return soon ? refusal('urged-lately', { hours: HOURS, at: urgedAt }) : null;
  },
});
