import type { TransitionEvent } from '@countersign/domain';

/** An event as one line: its type and what tells it from another, people by their keys. `keyOf` names a person id. */
export function wordEvent(event: TransitionEvent, keyOf: (id: string) => string): string {
  const words = wordsOf(event, keyOf).filter((word) => word !== null);
  return [event.type, ...words].join(' ');
}

function wordsOf(event: TransitionEvent, keyOf: (id: string) => string): (string | number | null)[] {
  switch (event.type) {
    case 'request.submitted':
      return [event.round];
    case 'task.opened':
      return [event.step, keyOf(event.person)];
    case 'task.closed':
      return [event.step, keyOf(event.person), event.reason];
    case 'task.decided':
      return [event.step, keyOf(event.person), event.decision, event.stance];
    case 'item.ticked':
      return [event.step, event.item, keyOf(event.person)];
    case 'step.merged':
    case 'copy.sent':
      return [event.step, keyOf(event.person)];
    case 'children.started':
      return [event.step, keyOf(event.requester)];
    case 'step.skipped':
      return [event.step, event.reason];
    case 'step.passed':
    case 'request.unblocked':
      return [event.step];
    case 'request.returned':
      return [event.to, event.resume];
    case 'request.blocked':
      return [event.step, event.kind, ...event.owners.map(keyOf)];
    case 'decision.undone':
      return [event.what, event.step];
    case 'request.finished':
      return [event.outcome];
    default:
      return [];
  }
}
