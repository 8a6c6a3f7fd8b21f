import type { ActorFacts, Facts } from '../request/facts';
import { refusal } from '../request/refusal';
import { isWaitedFor, seatsAwaited, supervisorsOf } from '../request/supervision';
import { againFrom, COOL_DOWN_HOURS } from './cool-down';
import { defineGuard, noParams } from './guard';

/** Rights by which somebody looks after the requests of the whole company, and the one by which they follow those of the units that their posts serve. */
const EVERYWHERE = ['requests.operate', 'requests.read-all'];
const TRACKS = 'requests.track';

/** Whether it may be somebody's business to remind people of requests of others, wherever those are from. Pure. */
export const looksAfterRequests = ({ rights }: Pick<ActorFacts, 'rights'>): boolean =>
  rights.includes(TRACKS) || EVERYWHERE.some((right) => rights.includes(right));

function looksAfterThis({ rights, covers }: ActorFacts, { requesterUnitPath }: Facts): boolean {
  if (EVERYWHERE.some((right) => rights.includes(right))) return true;
  return rights.includes(TRACKS) && covers.some((unit) => requesterUnitPath.includes(unit));
}

/** Its requester, or somebody who looks after it or supervises it; others have the request, and were not reminded of it lately. */
export const mayUrge = defineGuard({
  params: noParams,
  refuse({ context, command, facts }) {
    const { urgedAt, requester } = context;
    const follows = facts.actor !== null && facts.actor.id === command.actor && looksAfterThis(facts.actor, facts);
    if (isWaitedFor(context, command.actor)) return refusal('waits-for-you');
    if (requester?.id !== command.actor && !follows && !supervisorsOf(context).includes(command.actor)) return refusal('not-requester');
    if (seatsAwaited(context, command.actor).length === 0) return refusal('nobody-to-urge');
    const again = againFrom(urgedAt, facts.now);
    return again === null ? null : refusal('urged-lately', { hours: COOL_DOWN_HOURS, at: urgedAt ?? null, again });
  },
});
