import { newestWord, recordOf, type RequestState, type TransitionEvent } from '@countersign/domain';
import type { Act } from './golden';

/** What had been said about the item that a row is about, as whoever presses has read it. */
export function seenOf({ context }: RequestState, { does, step, item }: Pick<Act, 'does' | 'step' | 'item'>): { seen?: number } {
  return does === 'tick' ? { seen: newestWord(recordOf(context, step ?? '')?.items?.of[item ?? '']) } : {};
}

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
    case 'item.unticked':
    case 'item.waived':
      return [event.step, event.item, keyOf(event.person)];
    case 'step.merged':
    case 'copy.sent':
    case 'signer.before':
    case 'signer.after':
    case 'signer.beside':
    case 'signer.removed':
    case 'step.assigned':
      return [event.step, keyOf(event.person)];
    case 'children.started':
      return [event.step, keyOf(event.requester)];
    case 'step.skipped':
      return [event.step, event.reason];
    case 'call.failed':
      return [event.step, event.why];
    case 'rows.decided':
      return [event.step, event.refused, event.cut, event.left];
    case 'loop.again':
      return [event.step, event.round];
    case 'pause.ended':
      return [event.step, keyOf(event.person)];
    case 'child.begun':
      return [event.process, keyOf(event.person)];
    case 'request.reopened':
      return [event.to];
    case 'copy.given':
    case 'task.transferred':
    case 'advice.given':
    case 'question.answered':
      return [event.step, keyOf(event.to)];
    case 'advice.asked':
    case 'advice.recalled':
    case 'question.asked':
      return [event.step, keyOf(event.of)];
    case 'answer.demanded':
      return event.people.map(keyOf);
    case 'demand.answered':
      return [event.step, ...event.to.map(keyOf)];
    case 'request.escalated':
      return [...event.people.map(keyOf), 'of', ...event.of.map(keyOf)];
    case 'copy.read':
      return event.steps;
    case 'step.reassigned':
      return [event.step, keyOf(event.from), keyOf(event.to)];
    case 'request.jumped':
      return [event.from, event.to];
    case 'task.claimed':
    case 'task.released':
    case 'step.left-out':
    case 'step.overridden':
    case 'pause.begun':
    case 'pause.over':
    case 'call.sent':
    case 'call.answered':
    case 'call.repeated':
    case 'lane.rejected':
    case 'part.paid':
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

/** Where a request waits for nobody: for a moment, or for another system. Null where people have it. */
export function waitingAlone({ steps }: Pick<RequestState['context'], 'steps'>): string | null {
  const [step] = Object.entries(steps).find(([, { status }]) => status === 'waiting') ?? [];
  return step === undefined ? null : `${step}:`;
}
