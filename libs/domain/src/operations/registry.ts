import type { PersonCommandType } from '../request/command';
import { OPERATIONS, type OperationType } from './index';
import type { Operation } from './operation';

/** The module of a command's type. Pure. Throws where nobody knows it. */
export function operationOf<T extends OperationType>(type: T): Operation<T> {
  if (!Object.hasOwn(OPERATIONS, type)) throw new Error(`Expected to know the operation “${type}”, but there is none of that name`);
  return OPERATIONS[type] as Operation<T>;
}

/** Operations that people send. */
export const PERSON_OPERATIONS = Object.values(OPERATIONS).filter(({ scope }) => scope !== 'system') as Operation<PersonCommandType>[];
