import type { Command } from '../request/command';
import { blockCommand } from '../request/system-commands';
import { stateHash } from './begin';
import type { Effect } from '../request/effect';
import { effectsOf } from './effects-of';
import type { Facts } from '../request/facts';
import type { MachineContext } from '../machine/machine-context';
import { stepMachine } from '../machine/step-machine';
import { machineOf, type Process } from '../machine/process';
import type { RequestContext, RequestState, Undoable } from '../request/request-state';
import type { EngineRequest, Transition, TransitionEvent } from '../request/transition';

/** A command applied: the request after it, the numbered fact, and what must now be done. */
export interface Advanced {
  request: EngineRequest;
  transition: Transition;
  effects: Effect[];
}

/** The facts do not hold the people of step `need`; `at` is where the walk stands. Resolve, add the verdict, ask again from the same state. */
export interface Needed {
  need: string;
  at: RequestState;
}

const UNDOABLE: readonly string[] = ['approve', 'reject', 'return', 'withdraw'] satisfies Undoable['type'][];

/** What an undo of the command would restore; null for commands that cannot be undone. */
function undoableOf(before: RequestState, after: RequestContext, { command, facts }: { command: Command; facts: Facts }): Undoable | null {
  if (!UNDOABLE.includes(command.type)) return null;
  const { steps, path, returned, resumeAt, decided, returns, blocked, materialHash, contentHash, fields } = before.context;
  const changed = Object.keys({ ...steps, ...after.steps }).filter((step) => steps[step] !== after.steps[step]);
  return {
    person: command.actor,
    type: command.type as Undoable['type'],
    from: before.value,
    at: facts.now,
    fields: command.type === 'approve' ? Object.fromEntries(Object.keys(command.fields).map((path) => [path, fields[path] ?? null])) : {},
    contentHash,
    before: {
      steps: Object.fromEntries(changed.map((step) => [step, steps[step] ?? null])),
      path,
      returned,
      resumeAt,
      decided,
      returns,
      blocked,
      materialHash,
    },
  };
}

function result(
  request: EngineRequest,
  state: RequestState,
  step: { command: Command; facts: Facts; events: TransitionEvent[] },
): Advanced {
  const n = request.n + 1;
  const hash = stateHash(state);
  return {
    request: { state, n, hash },
    transition: { n, ...step, hash },
    effects: effectsOf({ before: request.state, after: state, events: step.events }),
  };
}

/**
 * Applies a command that `refuse` has nothing against, or a stored one with its stored facts. Pure; the same in the database and in the workflow.
 * Answers `need` while the facts lack the people of a step that the walk enters. Throws when the machine does not take the command,
 * and what a guard or action throws.
 */
export function advance(process: Process, request: EngineRequest, command: Command, facts: Facts): Advanced | Needed {
  if (command.type === 'block') return poison(request, command, facts);
  const machine = machineOf(process);
  const context: MachineContext = { request: request.state.context, events: [], goto: null };
  const snapshot = machine.resolveState({ value: request.state.value, context });
  const next = stepMachine(machine, snapshot, { type: command.type, command, facts });
  if (next.status === 'error') throw next.error;
  if (next === snapshot || request.state.context.blocked?.kind === 'poisoned') {
    throw new Error(`Expected to ${command.type} at “${request.state.value}”, but the machine does not take it`);
  }
  const { request: after, events } = next.context as MachineContext;
  const value = String(next.value);
  if (after.need !== null) return { need: after.need, at: { ...request.state, value, context: after } };
  if (value.startsWith('@')) throw new Error(`Expected to rest on a step after ${command.type}, but the walk found no way on`);
  const undoable = undoableOf(request.state, after, { command, facts });
  return result(request, { ...request.state, value, context: { ...after, undoable } }, { command, facts, events });
}

function poison(request: EngineRequest, command: Command, facts: Facts): Advanced {
  const { state } = request;
  const verdict = facts.seats[state.value];
  const owners = verdict?.kind === 'blocked' ? verdict.owners : [];
  const blocked = { kind: 'poisoned' as const, step: state.value, owners, reason: command.reason ?? '' };
  const events: TransitionEvent[] = [{ type: 'request.blocked', ...blocked }];
  return result(request, { ...state, context: { ...state.context, blocked, undoable: null } }, { command, facts, events });
}

/**
 * Stops a request whose definition or guard threw. Pure; needs no working process. The state stays where it is and every command is refused
 * `poisoned`. Owners are taken from a `blocked` verdict that the facts hold for the step where the request stands.
 */
export function block(_process: Process | null, request: EngineRequest, reason: string, facts: Facts): Advanced {
  return poison(request, blockCommand(request, reason), facts);
}
