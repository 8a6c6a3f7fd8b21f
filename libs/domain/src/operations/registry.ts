import type { HumanStep } from '../definition/step.schema';
import type { Bilingual } from '../text/bilingual';
import type { Command, CommandType, PersonCommandType } from '../request/command';
import type { RequestContext, Undoable } from '../request/request-state';
import { OPERATIONS } from './index';
import { HOUSE_NOTICES, type Notice, type NoticeSubject } from '../request/effect';
import { HOUSE_REFUSALS, type RefusalCode } from '../request/refusal';
import type { OwnEvent } from '../request/transition';
import type { Beside, Operation } from './operation';
import type { OwnEventWords, OwnRefusalWords } from './words/operation-words';
import { ownValue } from '../text/own-value';

/** The module of a command's type. Pure. Throws where nobody knows it. */
export function operationOf<T extends CommandType>(type: T): Operation<T> {
  if (!Object.hasOwn(OPERATIONS, type)) throw new Error(`Expected to know the operation “${type}”, but there is none of that name`);
  return OPERATIONS[type] as Operation<T>;
}

/** What was done to a task by an operation, in its own words; null where nobody knows it. Pure. */
export function saidBy(type: string, step?: HumanStep): Bilingual | null {
  if (!Object.hasOwn(OPERATIONS, type)) return null;
  const { said, saidOn, past } = operationOf(type as CommandType);
  return (step && saidOn?.(step)) ?? said ?? past;
}

/** Operations that people send. */
export const PERSON_OPERATIONS = Object.values(OPERATIONS).filter(({ scope }) => scope !== 'system') as Operation<PersonCommandType>[];

/** Types of the commands that take a decision back. */
export const TAKING_BACK: readonly CommandType[] = Object.values(OPERATIONS).flatMap(({ type, takesBack }) => (takesBack ? [type] : []));

/** The decision that a command takes back where the request stands; null where it takes back none. Pure. */
export function takenBackBy(command: Pick<Command, 'type' | 'actor'>, context: Pick<RequestContext, 'undo' | 'steps'>): Undoable | null {
  return operationOf(command.type).takesBack?.(context, command.actor) ?? null;
}

/** How an operation is done beside the machine of a process; null where the machine does it. Pure. */
export function besideOf<T extends CommandType>(type: T, { machine }: { machine: object | null }): Beside<T> | null {
  const { beside } = operationOf(type);
  return beside && (beside.machine === 'either' || (beside.machine === 'gone') === (machine === null)) ? beside : null;
}

const everyOperation: readonly Operation[] = Object.values(OPERATIONS) as unknown as Operation[];

/** All that operations add to the words of the house in one of their parts. */
function ownWords<W>(part: 'events' | 'closings' | 'notices' | 'refusals'): Readonly<Record<string, W>> {
  return Object.assign({}, ...everyOperation.map((operation) => operation[part])) as Record<string, W>;
}

/** Words of events, closings, notices and refusals that operations have of their own, by name. */
export const OWN_EVENTS = ownWords<OwnEventWords<OwnEvent>>('events');
export const OWN_CLOSINGS = ownWords<Bilingual>('closings');
export const OWN_NOTICES = ownWords<(subject: NoticeSubject) => Bilingual>('notices');
export const OWN_REFUSALS = ownWords<OwnRefusalWords>('refusals');

/** Kinds of in-app notices. */
export const NOTICES = [...HOUSE_NOTICES, ...Object.keys(OWN_NOTICES)] as Notice[];
/** Every reason why the answer is no. */
export const REFUSAL_CODES = [...HOUSE_REFUSALS, ...Object.keys(OWN_REFUSALS)] as RefusalCode[];
/** Events that say nothing to people beside what else happened: those of operations. */
export const SILENT_EVENTS = Object.keys(OWN_EVENTS).filter((name) => ownValue(OWN_EVENTS, name)?.silent) as OwnEvent['type'][];
