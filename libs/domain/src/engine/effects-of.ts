import type { Effect, Notice } from '../request/effect';
import type { RequestState } from '../request/request-state';
import type { TransitionEvent } from '../request/transition';

interface Step {
  before: RequestState;
  after: RequestState;
  events: readonly TransitionEvent[];
}

function notify(notice: Notice, to: readonly string[], step: string | null): Effect[] {
  return to.length === 0 ? [] : [{ type: 'notify', notice, to: [...new Set(to)], step, immediate: true }];
}

/** Groups the people of one kind of event by step, in order. */
function peopleByStep(
  events: readonly TransitionEvent[],
  pick: (event: TransitionEvent) => { step: string; person: string } | null,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const found of events.map(pick)) {
    if (found) groups.set(found.step, [...(groups.get(found.step) ?? []), found.person]);
  }
  return groups;
}

function notifyEach(notice: Notice, groups: Map<string, string[]>): Effect[] {
  return [...groups].flatMap(([step, people]) => notify(notice, people, step));
}

function closedFor(events: readonly TransitionEvent[], reason: 'withdrawn' | 'undone'): Map<string, string[]> {
  return peopleByStep(events, (event) => (event.type === 'task.closed' && event.reason === reason ? event : null));
}

function superseded(events: readonly TransitionEvent[]): Effect[] {
  const steps = events.flatMap((event) => (event.type === 'task.closed' || event.type === 'task.decided' ? [event.step] : []));
  return [...new Set(steps)].map((step) => ({ type: 'supersede-notices', step }));
}

function toRequester({ after, events }: Step): Effect[] {
  const requester = after.context.requester ? [after.context.requester.id] : [];
  return events.flatMap((event): Effect[] => {
    if (event.type === 'request.returned' && event.to === 'requester') return notify('request-returned', requester, event.by);
    if (event.type !== 'request.finished' || event.outcome === 'withdrawn') return [];
    return notify(event.outcome === 'approved' ? 'request-approved' : 'request-rejected', requester, null);
  });
}

function toOwners(events: readonly TransitionEvent[]): Effect[] {
  return events.flatMap((event) => (event.type === 'request.blocked' ? notify('request-blocked', event.owners, event.step) : []));
}

/** What a transition asks to be done in the world. Pure. Notices of tasks that went away are superseded before new ones are sent. */
export function effectsOf(step: Step): Effect[] {
  const { events } = step;
  return [
    ...superseded(events),
    ...notifyEach('decision-undone', closedFor(events, 'undone')),
    ...notifyEach('request-withdrawn', closedFor(events, 'withdrawn')),
    ...notifyEach(
      'task-opened',
      peopleByStep(events, (event) => (event.type === 'task.opened' ? event : null)),
    ),
    ...notifyEach(
      'copy-received',
      peopleByStep(events, (event) => (event.type === 'copy.sent' ? event : null)),
    ),
    ...toRequester(step),
    ...toOwners(events),
  ];
}
