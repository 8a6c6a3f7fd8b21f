import type { Command, PersonCommandType } from '../request/command';
import type { RequestContext, Undoable } from '../request/request-state';
import { OPERATIONS, type OperationType } from './index';
import type { Operation } from './operation';

/** The module of a command's type. Pure. Throws where nobody knows it. */
export function operationOf<T extends OperationType>(type: T): Operation<T> {
  if (!Object.hasOwn(OPERATIONS, type)) throw new Error(`Expected to know the operation “${type}”, but there is none of that name`);
  return OPERATIONS[type] as Operation<T>;
}

/** Operations that people send. */
export const PERSON_OPERATIONS = Object.values(OPERATIONS).filter(({ scope }) => scope !== 'system') as Operation<PersonCommandType>[];

/** What of the form a command of this type brings, as its body says: all of it, the fields of its step, or nothing. Pure. */
export function bringsOf(type: OperationType): 'form' | 'fields' | null {
  const { shape } = operationOf(type).body;
  if (Object.hasOwn(shape, 'form')) return 'form';
  return Object.hasOwn(shape, 'fields') ? 'fields' : null;
}

/** Types of the commands that take a decision back. */
export const TAKING_BACK: readonly OperationType[] = Object.values(OPERATIONS).flatMap(({ type, takesBack }) => (takesBack ? [type] : []));

/** The decision that a command takes back where the request stands; null where it takes back none. Pure. */
export function takenBackBy(command: Pick<Command, 'type' | 'actor'>, context: Pick<RequestContext, 'undo'>): Undoable | null {
  return command.type === 'block' ? null : (operationOf(command.type as OperationType).takesBack?.(context, command.actor) ?? null);
}
