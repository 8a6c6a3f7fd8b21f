import { eventTypeOf, machineOf, type Process } from '../machine/process/process';
import { droppedChildren } from '../machine/dropped-children';
import { runningOn } from '../machine/step-clock';
import { snapshotAt, stepMachine, type MachineSnapshot } from '../machine/step-machine';
import { taskEvents } from '../machine/task-events';
import { leavingSomebody, stillUndoable, undoPatch } from '../machine/undo-patch';
import { blockOperation } from '../operations/block.operation';
import type { Beside, Moved } from '../operations/operation';
import { besideOf, operationOf, takenBackBy } from '../operations/registry';
import { leftOpen } from '../operations/walk/leaving';
import type { MachineContext, MachineEvent } from '../operations/parts/machine-context';
import { FOUND } from '../definition/state-json';
import type { Command, CommandType } from '../request/command';
import type { Effect } from '../request/effect';
import type { Facts } from '../request/facts';
import type { RequestContext, RequestState, StateValue, StepRecord, Undoable, UndoPatch } from '../request/request-state';
import { leftBehind, recordOf, standingStep } from '../request/standing';
import { demandsKept } from '../request/supervision';
import { clockKey, standstills } from '../request/time/standstill';
import { blockCommand } from '../request/system-commands';
import type { EngineRequest, Transition } from '../request/transition';
import { ownValue } from '../text/own-value';
import { stateHash } from './begin';
import { effectsOf } from '../effects/effects-of';
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
  const event: MachineEvent = { type: eventTypeOf(command), command, facts, n: step.n };
  const beside = besideOf(command.type, process);
  if (beside) return timed(process, request, step, aside(process, request, event, beside));
  return arrived(process, request, step, moved(process, request, command, event));
}

/** The first step of the machine. */
function moved(process: Process, { state }: EngineRequest, command: Command, event: MachineEvent): MachineSnapshot {
  const machine = machineOf(process);
  const snapshot = snapshotAt(machine, state);
  const next = stepMachine(machine, snapshot, event);
  const { whileStopped, whileSuspended } = operationOf(command.type);
  const stopped = state.context.poisoned !== null && !whileStopped;
  const suspended = state.context.suspendedAt !== undefined && !whileSuspended;
  if (next === snapshot || stopped || suspended) throw untaken(command, state);
  return next;
}

/** Where the machine has come to: at rest, or at a step whose people have to be found first. */
function arrived(process: Process, request: EngineRequest, step: Step, snapshot: MachineSnapshot): Advanced | Needed {
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
  if (context.suspendedAt === undefined && restsNowhere(value))
    throw new Error(`Expected to rest on a step after ${command.type}, but the walk found no way on`);
  return timed(process, request, step, withoutLeftBehind(process, { value, context, events }));
}

/** What has begun to stand still is remembered, and what runs on is counted anew. */
function timed(process: Process, request: EngineRequest, step: Step, moved: Moved): Advanced | Needed {
  const { facts } = step;
  const { context, again } = standstills(moved.context, facts.now);
  const need = again.map(clockKey).filter((key) => !Object.hasOwn(facts.seats, key));
  if (need.length > 0) {
    const at = { ...request.state, value: moved.value, context };
    return { need, at, goOn: (found) => timed(process, request, { ...step, facts: found }, moved) };
  }
  const steps = again.map((id) => [id, clockOn(process, context, id, facts)]);
  const running = again.length === 0 ? context : { ...context, steps: { ...context.steps, ...Object.fromEntries(steps) } };
  return result(request, step, { ...moved, context: running }, process);
}

function clockOn(process: Process, context: RequestContext, id: string, { now, seats }: Facts): StepRecord {
  const [step, record, verdict] = [ownValue(process.steps, id), recordOf(context, id), ownValue(seats, clockKey(id))];
  if (step === undefined || record === undefined || verdict === undefined)
    throw new Error(`Expected the time of “${id}” to run on, but it has none`);
  return runningOn(record, verdict, step, { process, now });
}

/** Somebody who waits where the walk has not come to again is asked when it does: nobody has a task that they cannot do. */
function withoutLeftBehind(process: Process, moved: Moved): Moved {
  const dropped = leftBehind(moved);
  if (dropped.length === 0) return moved;
  const { context, events } = moved;
  return {
    ...moved,
    context: { ...context, steps: leftOpen(process, context.steps, { gone: dropped, resume: 'straight-back' }) },
    events: [...events, { type: 'walk.went-back', dropped }],
  };
}

/** What is done beside the machine, by whoever may. */
function aside(process: Process, { state }: EngineRequest, event: MachineEvent, beside: Beside<CommandType>): Moved {
  if (refuse(process, state, event.command, event.facts) !== null) throw untaken(event.command, state);
  return beside.move(state, event as never, process.steps);
}

function untaken(command: Command, state: RequestState): Error {
  return new Error(`Expected to ${command.type} at ${JSON.stringify(state.value)}, but the machine does not take it`);
}

/** Places where nobody waits for anything. A suspended request stands even there: it leaves no step before it is resumed. */
function restsNowhere(value: StateValue): boolean {
  return typeof value === 'string' ? value === 'arrive' : Object.values(value).some(restsNowhere);
}

/** The decision as it may be taken back; null for commands that cannot be. */
function undoableOf(before: RequestState, { command, facts, n }: Step, patch: UndoPatch, effects: readonly Effect[]): Undoable | null {
  const { undo: type } = operationOf(command.type);
  if (type === null) return null;
  const told = effects.flatMap((effect) =>
    effect.type === 'notify' && effect.notice !== 'task-opened' ? [{ notice: effect.notice, step: effect.step }] : [],
  );
  // Lanes are walked together: which of them comes first says nothing.
  told.sort((left, right) => (left.notice + (left.step ?? '') < right.notice + (right.step ?? '') ? -1 : 1));
  const step = 'step' in command ? command.step : standingStep(before);
  return { person: command.actor, type, step, n, at: facts.now, told, patch };
}

function withDemandsKept(before: RequestContext, context: RequestContext): RequestContext {
  if (context.demands === undefined || context.demands.length === 0 || context.steps === before.steps) return context;
  return { ...context, demands: demandsKept(before, context) };
}

/** `process`: null where it cannot be run. */
function result(request: EngineRequest, step: Step, { value, events, ...moved }: Moved, process: Process | null): Advanced {
  const steps = process?.steps ?? {};
  const before = request.state;
  const { command, facts, n } = step;
  const { closes } = operationOf(command.type);
  const taken = takenBackBy(command, before.context);
  const context = taken === null ? withDemandsKept(before.context, moved.context) : moved.context;
  const tasks = taskEvents(before.context, context, { closes }, events);
  // What is taken back was not sent yet: it is cancelled where it waits.
  const dropped = taken === null ? droppedChildren(before.context, context) : [];
  const told = [...tasks.ended, ...events, ...dropped, ...tasks.begun];
  const after: RequestState = { ...before, value, context };
  const effects = effectsOf({ before, after, events: told, command, definition: process?.definition ?? null, undone: taken });
  const others = context.undo.filter((each) => each !== taken);
  // Where nothing may be taken back, nobody asks what was before.
  const patch = others.length > 0 || operationOf(command.type).undo !== null ? undoPatch(before, after) : null;
  const kept = patch === null ? others : stillUndoable(others, patch, { value, steps: context.steps, process: steps });
  const own = patch === null ? null : undoableOf(before, step, patch, effects);
  const undo = leavingSomebody(own ? [...kept, own] : kept, { steps: context.steps, process: steps });
  const state: RequestState = { ...after, context: { ...context, undo } };
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

/**
 * Stops a request whose definition or guard threw. Pure; needs no working process. The state stays where it is and every command of people is
 * refused `poisoned`, until an operator corrects or ends it. Owners are taken from a `blocked` verdict that the facts hold for the step where the
 * request stands.
 */
export function block(request: EngineRequest, reason: string, facts: Facts): Advanced {
  const [command, n] = [blockCommand(request, reason), request.n + 1];
  const event = { type: command.type, command, facts, n };
  return result(request, event, (blockOperation.beside as Beside<'block'>).move(request.state, event, {}), null);
}
