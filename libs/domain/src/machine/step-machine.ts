import { createActor, type AnyActorScope, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import { machineContext, type MachineEvent } from '../operations/parts/machine-context';
import type { RequestState } from '../request/request-state';

const scopes = new WeakMap<AnyStateMachine, AnyActorScope>();

/** Where a machine stands. */
export type MachineSnapshot = AnyMachineSnapshot;

const snapshots = new WeakMap<RequestState, { machine: AnyStateMachine; snapshot: AnyMachineSnapshot }>();

const nothing = (): void => undefined;

/** Around a step xstate wants an actor. Ours only assign: it is never started, hears nothing and has no children, so one serves every step of a machine. */
function scopeOf(machine: AnyStateMachine): AnyActorScope {
  const known = scopes.get(machine);
  if (known) return known;
  const self = createActor(machine);
  const scope: AnyActorScope = {
    self,
    system: self.system,
    id: self.id,
    sessionId: self.sessionId,
    logger: nothing,
    defer: nothing,
    emit: nothing,
    stopChild: nothing,
    actionExecutor: nothing,
  };
  scopes.set(machine, scope);
  return scope;
}

/** One event, and every step that follows of itself. Pure. What xstate's `transition` does, without its new actor and initial state for each call. */
export function stepMachine(machine: AnyStateMachine, snapshot: AnyMachineSnapshot, event: MachineEvent): AnyMachineSnapshot {
  return machine.transition(snapshot, event, scopeOf(machine)) as AnyMachineSnapshot;
}

/** The machine as it stands in a state. Pure. A state never changes: whoever asks about it and whoever steps on from it share one snapshot. */
export function snapshotAt(machine: AnyStateMachine, state: RequestState): AnyMachineSnapshot {
  const known = snapshots.get(state);
  if (known?.machine === machine) return known.snapshot;
  const snapshot = machine.resolveState({ value: state.value, context: machineContext(state.context) }) as AnyMachineSnapshot;
  snapshots.set(state, { machine, snapshot });
  return snapshot;
}
