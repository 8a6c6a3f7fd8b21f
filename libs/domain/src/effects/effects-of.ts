import type { Definition } from '../definition/definition.schema';
import { operationOf, OWN_EVENTS } from '../operations/registry';
import type { Command } from '../request/command';
import type { Effect, Notice } from '../request/effect';
import type { RequestState, Undoable } from '../request/request-state';
import type { OwnEvent, TransitionEvent } from '../request/transition';
import { ownValue } from '../text/own-value';

interface Step {
  before: RequestState;
  after: RequestState;
  events: readonly TransitionEvent[];
  command: Command;
  /** What an approval becomes; null where nobody knows. */
  definition: Pick<Definition, 'becomesPlan' | 'becomesGrant'> | null;
  /** The decision that the command takes back, if it does. */
  undone: Undoable | null;
}

function notify(notice: Notice, to: readonly string[], step: string | null): Extract<Effect, { type: 'notify' }>[] {
  return to.length === 0 ? [] : [{ type: 'notify', notice, to: [...new Set(to)], step, immediate: true }];
}

/** Groups the people of one kind of event by step, in order. */
function peopleByStep(
  events: readonly TransitionEvent[],
  pick: (event: TransitionEvent) => { step: string; person: string } | null,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const found of events.map(pick)) {
    const group = found && groups.get(found.step);
    if (group) group.push(found.person);
    else if (found) groups.set(found.step, [found.person]);
  }
  return groups;
}

function notifyEach(notice: Notice, groups: Map<string, string[]>): Effect[] {
  return [...groups].flatMap(([step, people]) => notify(notice, people, step));
}

/** Those whose task went away hear of it, where the operation says so. */
function toThoseWhoLost({ command, events }: Step): Effect[] {
  const { tells, closes } = operationOf(command.type);
  if (tells === null) return [];
  return notifyEach(
    tells,
    peopleByStep(events, (event) => (event.type === 'task.closed' && event.reason === closes ? event : null)),
  );
}

function superseded(events: readonly TransitionEvent[]): Effect[] {
  const steps = events.flatMap((event) => (event.type === 'task.closed' || event.type === 'task.decided' ? [event.step] : []));
  return [...new Set(steps)].map((step) => ({ type: 'supersede-notices', step }));
}

/** What the undone decision told anybody is no longer so. */
function takenBack({ undone }: Step): Effect[] {
  return undone === null ? [] : undone.told.map((told) => ({ type: 'take-back-notices', of: undone.n, ...told }));
}

const OUTCOME_NOTICES = { approved: 'request-approved', rejected: 'request-rejected', terminated: 'request-terminated' } as const;

function toThoseConcerned({ after, events }: Step): Effect[] {
  const requester = after.context.requester ? [after.context.requester.id] : [];
  return events.flatMap((event): Effect[] => {
    const told = ownValue(OWN_EVENTS, event.type)?.tells?.(event as OwnEvent);
    if (told) {
      const { notice, to, step, due } = told;
      return notify(notice, to ?? requester, step).map((effect) => (due === undefined ? effect : { ...effect, due }));
    }
    // Of a request that was revoked its own event tells, and `calledBack`.
    if (event.type !== 'request.finished' || event.outcome === 'withdrawn' || event.outcome === 'revoked') return [];
    return notify(OUTCOME_NOTICES[event.outcome], requester, null);
  });
}

function toOwners(events: readonly TransitionEvent[]): Effect[] {
  return events.flatMap((event) => (event.type === 'request.blocked' ? notify('request-blocked', event.owners, event.step) : []));
}

/** An approval was revoked, and what followed from it has been called back: its requester hears of the end, and so does whoever revoked it. */
function calledBack({ before, after, events }: Step): Effect[] {
  const { revoking } = before.context;
  if (revoking === undefined || !events.some((event) => event.type === 'request.finished')) return [];
  return notify('request-called-back', [...(after.context.requester ? [after.context.requester.id] : []), revoking.person], null);
}

/** What was approved is so no more, whoever took it back: whoever leans on it hears of it. */
function toThoseLeaning({ before, after }: Step): Effect[] {
  const gone = before.context.outcome === 'approved' && after.context.outcome !== 'approved';
  return gone ? [{ type: 'tell-citing', step: null }] : [];
}

/** Budget and authority follow an approval once nothing can be taken back any more, and again where that is so no more. */
function followed({ before, after, events, definition }: Step): Effect[] {
  const stands = after.context.outcome === 'approved' && events.some(({ type }) => type === 'request.closed');
  const gone = before.context.outcome === 'approved' && after.context.outcome !== 'approved';
  if (!stands && !gone) return [];
  return [
    ...(definition?.becomesPlan ? [{ type: 'follow-plan', step: null } as const] : []),
    ...(definition?.becomesGrant ? [{ type: 'follow-grant', step: null } as const] : []),
  ];
}

/** Requests that are to be begun or ended, and the one that waits for this one. */
function toOthers({ after, events }: Step): Effect[] {
  const { parent, outcome } = after.context;
  return events.flatMap((event): Effect[] => {
    if (event.type === 'children.started') {
      const { step, requester, children } = event;
      return children.map(({ id, row }) => ({ type: 'start-child', child: id, step, requester, row }));
    }
    if (event.type === 'child.begun') {
      const { child, process, person } = event;
      return [{ type: 'start-child', child, step: null, process, requester: person, row: null }];
    }
    if (event.type === 'call.sent') return [{ type: 'call', call: event.call, step: event.step }];
    if (event.type === 'children.dropped')
      return event.children.map((child) => ({ type: 'end-child', child, step: event.step, why: event.why }));
    if (event.type !== 'request.closed' || !parent?.waits || outcome === null) return [];
    return [{ type: 'tell-parent', parent: parent.request, step: parent.step, outcome }];
  });
}

/** What a transition asks to be done in the world. Pure. Notices of what is no longer so are superseded before new ones are sent. */
export function effectsOf(step: Step): Effect[] {
  const { events } = step;
  return [
    ...superseded(events),
    ...takenBack(step),
    ...toThoseWhoLost(step),
    ...notifyEach(
      'task-opened',
      peopleByStep(events, (event) => (event.type === 'task.opened' ? event : null)),
    ),
    ...notifyEach(
      'copy-received',
      peopleByStep(events, (event) => (event.type === 'copy.sent' ? event : null)),
    ),
    ...toThoseConcerned(step),
    ...calledBack(step),
    ...toOwners(events),
    ...toOthers(step),
    ...toThoseLeaning(step),
    ...followed(step),
  ];
}
