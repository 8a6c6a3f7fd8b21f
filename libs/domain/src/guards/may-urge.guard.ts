import type { ActorFacts, Facts } from '../request/facts';
import { refusal } from '../request/refusal';
import { openSeats } from '../request/standing';
import { supervisorsOf } from '../request/supervision';
import { defineGuard, noParams } from './guard';

/** Reminding people more often than this helps nobody. */
const HOURS = 4;
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
    if (requester?.id !== command.actor && !follows && !supervisorsOf(context).includes(command.actor)) return refusal('not-requester');
    const others = (person: string): boolean => person !== requester?.id && person !== command.actor;
    const waits = Object.values(context.steps).some((record) => openSeats(record).some(([, { person }]) => others(person)));
    if (!waits) return refusal('nobody-to-urge');
    const again = urgedAt === undefined ? null : new Date(Date.parse(urgedAt) + HOURS * 3_600_000).toISOString();
    return again !== null && facts.now < again ? refusal('urged-lately', { hours: HOURS, at: urgedAt ?? null, again }) : null;
  },
});
