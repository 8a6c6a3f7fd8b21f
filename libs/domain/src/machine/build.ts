import { and, assign, setup, type AnyStateMachine } from 'xstate';
import type { CallingStep, PausingStep, StartingStep } from '../definition/step.schema';
import type { BranchStep } from '../definition/steps/branch.step';
import type { CcStep } from '../definition/steps/cc.step';
import type { Outline } from '../definition/structure/outline';
import { GUARDS, guardNamed } from '../guards';
import { guardInput } from '../guards/guard';
import { OPERATIONS } from '../operations';
import { humanStepNamed } from '../operations/seats/on-task';
import type { MachineContext, MachineEvent } from '../operations/parts/machine-context';
import { FOUND, type MachineReference, type StateJson, type TransitionJson } from '../definition/state-json';
import { arrive } from './actions/arrive.actions';
import { sendCopies } from './actions/send-copies.action';
import { awaitRequester } from './actions/await-requester.action';
import { choose } from './actions/choose.action';
import { startChildren } from './actions/start-children.action';
import { finish } from './actions/finish.action';
import { endLane, failLane, fork, join, leaveLane, nextRound, passOver, type ForkParams, type LanePlace } from './actions/lanes.actions';
import { callOut } from './actions/call-out.action';
import { waitUntil } from './actions/wait-until.action';
import { isOpen, isWay, WAYS } from './ways';
import { ownValue } from '../text/own-value';

/** Eventless steps that one command may take: more than any definition can nest, far less than for ever. */
const MAX_MICROSTEPS = 10_000;

type Action = (machine: MachineContext, event: MachineEvent, params: never) => MachineContext;
type Arguments = { context: MachineContext; event: MachineEvent };

/** Every action by name, for one process: those of operations, and those of arriving somewhere. */
function actionsOf(process: Outline): Record<string, Action> {
  const operations = Object.values(OPERATIONS).flatMap(({ type, act }): [string, Action][] =>
    act ? [[type, (machine, event, params) => act(machine, event as never, params, process)]] : [],
  );
  return {
    ...Object.fromEntries(operations),
    finish,
    [FOUND]: (machine) => ({ ...machine, need: [] }),
    'await-requester': awaitRequester,
    arrive: (machine, event, { step }: { step: string }) => arrive(machine, event, humanStepNamed(process, step), process),
    'start-children': (machine, event, { step }: { step: string }) =>
      startChildren(machine, event, ownValue(process.steps, step) as StartingStep),
    'call-out': (machine, event, { step }: { step: string }) => callOut(machine, event, ownValue(process.steps, step) as CallingStep),
    'wait-until': (machine, event, { step }: { step: string }) => waitUntil(machine, event, ownValue(process.steps, step) as PausingStep),
    'send-copies': (machine, event, { step }: { step: string }) =>
      sendCopies(machine, event, ownValue(process.steps, step) as CcStep, process),
    fork: (machine, _event, forked: ForkParams) => fork(machine, forked),
    'pass-over': (machine, _event, forked: ForkParams & { inside: string[] }) => passOver(machine, forked),
    'end-lane': (machine, event, lane: LanePlace) => endLane(machine, event, lane),
    'fail-lane': (machine, event, lane: LanePlace) => failLane(machine, event, lane),
    'leave-lane': (machine, event, lane: LanePlace) => leaveLane(machine, event, lane),
    join,
    'next-round': (machine, event, looped: ForkParams & { inside: string[] }) => nextRound(machine, event, looped),
    choose: (machine, _event, { step }: { step: string }) => choose(machine, ownValue(process.steps, step) as BranchStep),
  };
}

/** The guard of that name. Throws where there is none. */
export function knownGuard(name: string) {
  const guard = guardNamed(name);
  if (guard === undefined) throw new Error(`Expected to know the guard “${name}”, but there is none of that name`);
  return guard;
}

/** All states of the JSON, the machine itself first. */
function statesIn(state: StateJson): StateJson[] {
  return [state, ...Object.values(state.states ?? {}).flatMap(statesIn)];
}

/** XState finds out about unknown names late or never: they are looked up here. */
function check(json: StateJson, actions: Record<string, Action>): void {
  const states = statesIn(json);
  const transitions = states.flatMap((state) => [...Object.values(state.on ?? {}).flat(), ...(state.always ?? [])]);
  const taken = [...transitions.flatMap((transition) => transition.actions ?? []), ...states.flatMap((state) => state.entry ?? [])];
  for (const { type } of transitions.flatMap(({ guard }) => guard)) if (!isWay(type)) knownGuard(type);
  for (const { type } of taken) {
    if (!Object.hasOwn(actions, type)) throw new Error(`Expected to know the action “${type}”, but there is none of that name`);
  }
}

/** A guard or way as XState calls it. */
function predicates(): Record<string, (input: Arguments, params: object) => boolean> {
  const guards = Object.entries(GUARDS).map(([name, guard]) => [
    name,
    ({ context, event }: Arguments, params: object) => guard.refuse(guardInput(context.request, event), params) === null,
  ]);
  const ways = Object.keys(WAYS).map((name) => [
    name,
    ({ context, event }: Arguments, params: object) => isOpen(name, context, event, params),
  ]);
  return Object.fromEntries([...guards, ...ways]) as Record<string, (input: Arguments, params: object) => boolean>;
}

/** One reference stands for itself, several for all of them. */
function guardOf(guard: MachineReference[]): unknown {
  return guard.length === 1 ? guard[0] : and(guard as never);
}

function transitionOf({ guard, ...transition }: TransitionJson): object {
  return { ...transition, guard: guardOf(guard) };
}

/** The JSON in XState's own words. */
function configOf({ on, always, states, ...state }: StateJson): object {
  const each = <V, R>(record: Record<string, V>, make: (value: V) => R): Record<string, R> =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [name, make(value)]));
  return {
    ...state,
    ...(on ? { on: each(on, (transitions) => transitions.map(transitionOf)) } : {}),
    ...(always ? { always: always.map(transitionOf) } : {}),
    ...(states ? { states: each(states, configOf) } : {}),
  };
}

/** Builds the XState machine of a process from its JSON. Pure. Throws on names that no registry knows and on targets that do not exist. */
export function buildMachine(process: Outline, json: StateJson): AnyStateMachine {
  const actions = actionsOf(process);
  check(json, actions);
  const assigns = Object.entries(actions).map(([name, act]) => [
    name,
    assign(({ context, event }, params: unknown) =>
      act(context as unknown as MachineContext, event as unknown as MachineEvent, params as never),
    ),
  ]);
  const builder = setup({ guards: predicates(), actions: Object.fromEntries(assigns) } as unknown as Parameters<typeof setup>[0]);
  const config = { id: 'request', context: {}, options: { maxIterations: MAX_MICROSTEPS }, ...configOf(json) };
  return builder.createMachine(config as unknown as Parameters<typeof builder.createMachine>[0]) as unknown as AnyStateMachine;
}
