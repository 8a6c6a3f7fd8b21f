import type { AnyMachineSnapshot } from 'xstate';
import { eventTypeOf, machineOf, type Process } from '../machine/process';
import { stepMachine } from '../machine/step-machine';
import { taskEvents } from '../machine/task-events';
import { stillUndoable, undoPatch, valueBefore } from '../machine/undo-patch';
import type { OperationType } from '../operations';
import { operationOf, takenBackBy } from '../operations/registry';
import { machineContext, type MachineContext, type MachineEvent } from '../operations/machine-context';
import { FOUND } from '../definition/state-json';
import { terminatedBy } from '../operations/terminate.operation';
import type { Command, CommandOf } from '../request/command';
import type { Effect } from '../request/effect';
import type { Facts } from '../request/facts';
import type { RequestContext, RequestState, StateValue, Undoable, UndoPatch } from '../request/request-state';
import { standingStep, undoableBy } from '../request/standing';
import { blockCommand } from '../request/system-commands';
import type { EngineRequest, Transition, TransitionEvent } from '../request/transition';
import { ownValue } from '../text/own-value';
import { stateHash } from './begin';
import { effectsOf } from './effects-of';
import { refuse } from './refuse';

/** A command applied: the request after it, the numbered fact, and what must now be done. */
export interface Advanced {
  request: EngineRequest;
  transition: Transition;
  effects: Effect[];
}

/** The facts do not hold the people of the steps `need`; `at` is where the walk stands. Resolve, and go on with facts that hold the verdicts. */
export interface Needed {
  need: readonly string[];
  at: RequestState;
  /** Goes on from where the walk stands: what comes of it is what one walk with all these facts would have come to. Pure. */
  goOn: (facts: Facts) => Advanced | Needed;
}

type Taken = Exclude<Command, { type: 'block' }>;

/** A command under way: what it is, what is known, which transition it makes. */
interface Step {
  command: Command;
  facts: Facts;
  n: number;
}

/**
 * Applies a command that `refuse` has nothing against, or a stored one with its stored facts. Pure; the same in the database and in the workflow.
 * Answers `need` while the facts lack the people of a step that the walk enters. Throws when the machine does not take the command,
 * and what a guard or action throws.
 */
export function advance(process: Process, request: EngineRequest, command: Command, facts: Facts): Advanced | Needed {
  const step: Step = { command, facts, n: request.n + 1 };
  if (command.type === 'block') return poison(request, step, command.reason);
  // A request whose definition cannot be run any more can still be ended.
  if (process.machine === null && command.type === 'terminate') return ended(request, step, command);
  const event: MachineEvent = { type: eventTypeOf(command), command, facts, n: step.n };
  if (command.type === 'undo') return result(request, step, putBack(process, request.state, { command, event }));
  return arrived(process, request, step, moved(process, request, command, event));
}

interface Moved {
  context: RequestContext;
  value: StateValue;
  events: TransitionEvent[];
}

/** The first step of the machine. */
function moved(process: Process, { state }: EngineRequest, command: Taken, event: MachineEvent): AnyMachineSnapshot {
  const machine = machineOf(process);
  const snapshot = machine.resolveState({ value: state.value, context: machineContext(state.context) });
  const next = stepMachine(machine, snapshot, event);
  const stopped = state.context.poisoned !== null && !operationOf(command.type).whileStopped;
  if (next === snapshot || stopped) throw untaken(command, state);
  return next;
}

/** Where the machine has come to: at rest, or at a step whose people have to be found first. */
function arrived(process: Process, request: EngineRequest, step: Step, snapshot: AnyMachineSnapshot): Advanced | Needed {
  if (snapshot.status === 'error') throw snapshot.error;
  const { request: context, events, need } = snapshot.context as MachineContext;
  const value = snapshot.value as StateValue;
  const { command, n } = step;
  if (need.length > 0) {
    const goOn = (facts: Facts): Advanced | Needed => {
      const next = stepMachine(machineOf(process), snapshot, { type: FOUND, command, facts, n });
      return arrived(process, request, { command, facts, n }, next);
    };
    return { need, at: { ...request.state, value, context }, goOn };
  }
  if (restsNowhere(value)) throw new Error(`Expected to rest on a step after ${command.type}, but the walk found no way on`);
  return result(request, step, { value, context, events });
}

/** An undo does not walk: it puts the machine back where it stood, and what is remembered as it was. */
function putBack(process: Process, state: RequestState, { command, event }: { command: CommandOf<'undo'>; event: MachineEvent }): Moved {
  const last = undoableBy(state.context, command.actor);
  if (last === null || refuse(process, state, command, event.facts) !== null) throw untaken(command, state);
  const { request: context, events } = operationOf('undo').act(machineContext(state.context), { ...event, command }, { step: '' }, process);
  return { context, events, value: valueBefore(state.value, last.patch.value) };
}

function untaken(command: Command, state: RequestState): Error {
  return new Error(`Expected to ${command.type} at ${JSON.stringify(state.value)}, but the machine does not take it`);
}

/** Places where nobody waits for anything. */
function restsNowhere(value: StateValue): boolean {
  return typeof value === 'string' ? value === 'arrive' : Object.values(value).some(restsNowhere);
}

/** The decision as it may be taken back; null for commands that cannot be. */
function undoableOf(before: RequestState, { command, facts, n }: Step, patch: UndoPatch, effects: readonly Effect[]): Undoable | null {
  const type = command.type === 'block' ? null : operationOf(command.type as OperationType).undo;
  if (type === null) return null;
  const told = effects.flatMap((effect) =>
    effect.type === 'notify' && effect.notice !== 'task-opened' ? [{ notice: effect.notice, step: effect.step }] : [],
  );
  const step = 'step' in command ? command.step : standingStep(before);
  return { person: command.actor, type, step, n, at: facts.now, told, patch };
}

function result(request: EngineRequest, step: Step, { context, value, events }: Moved): Advanced {
  const before = request.state;
  const { command, facts, n } = step;
  const closes = command.type === 'block' ? 'blocked' : operationOf(command.type as OperationType).closes;
  const tasks = taskEvents(before.context, context, { closes });
  const told = [...tasks.ended, ...events, ...tasks.begun];
  const taken = takenBackBy(command, before.context);
  const after: RequestState = { ...before, value, context };
  const effects = effectsOf({ before, after, events: told, command, undone: taken });
  const patch = undoPatch(before, after);
  const kept = stillUndoable(
    context.undo.filter((each) => each !== taken),
    patch,
    value,
  );
  const own = undoableOf(before, step, patch, effects);
  const state: RequestState = { ...after, context: { ...context, undo: own ? [...kept, own] : kept } };
  const hash = whenAsked(() => stateHash(state));
  return {
    request: {
      state,
      n,
      get hash() {
        return hash();
      },
    },
    transition: {
      n,
      command,
      facts,
      events: told,
      get hash() {
        return hash();
      },
    },
    effects,
  };
}

/** Previews walk thousands of steps and never ask for a hash; whoever keeps a transition asks once. */
function whenAsked(make: () => string): () => string {
  let made: string | null = null;
  return () => (made ??= make());
}

function poison(request: EngineRequest, step: Step, reason: string): Advanced {
  const { state } = request;
  const at = standingStep(state) ?? '';
  const verdict = ownValue(step.facts.seats, at);
  const poisoned = { step: at, owners: verdict?.kind === 'blocked' ? verdict.owners : [], reason };
  const events: TransitionEvent[] = [{ type: 'request.blocked', kind: 'poisoned', ...poisoned }];
  return result(request, step, { value: state.value, context: { ...state.context, poisoned, undo: [] }, events });
}

function ended(request: EngineRequest, step: Step, command: CommandOf<'terminate'>): Advanced {
  const context = terminatedBy(request.state.context, step.facts.now);
  if (context === null) throw new Error(`Expected to ${command.type} a request that is not finished, but it is`);
  const events: TransitionEvent[] = [{ type: 'request.finished', outcome: 'terminated' }, { type: 'request.closed' }];
  return result(request, step, { value: 'closed', context, events });
}

/**
 * Stops a request whose definition or guard threw. Pure; needs no working process. The state stays where it is and every command of people is
 * refused `poisoned`, until an operator corrects or ends it. Owners are taken from a `blocked` verdict that the facts hold for the step where the
 * request stands.
 */
export function block(_process: Process | null, request: EngineRequest, reason: string, facts: Facts): Advanced {
  return poison(request, { command: blockCommand(request, reason), facts, n: request.n + 1 }, reason);
}
