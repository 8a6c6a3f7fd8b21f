import { definitionHash, type Process, type RequestState } from '@countersign/domain';
import type { JournalRow } from '../repositories/journal.repository';

/**
 * Why the journals of a process can only be followed by number, not folded; null where they can be folded. Pure.
 * A definition whose content is not what was published is no such case: there something was changed.
 */
export function unrunnable({ poisoned, definition, hash }: Process): string | null {
  return poisoned !== null && definitionHash(definition) === hash ? poisoned : null;
}

/** As much of the state after a transition as its events tell, where it cannot be folded: what rows of people are made of. Pure. */
export function followedState(state: RequestState, { command, events }: Pick<JournalRow, 'command' | 'events'>): RequestState {
  const { context } = state;
  if (events.some(({ type }) => type === 'request.closed')) return { ...state, value: 'closed' };
  if (!events.some(({ type }) => type === 'request.submitted')) return state;
  const requester = context.requester ?? { id: command.actor, roles: [], unitId: '' };
  return { ...state, context: { ...context, requester, beneficiary: 'beneficiary' in command ? command.beneficiary : null } };
}
