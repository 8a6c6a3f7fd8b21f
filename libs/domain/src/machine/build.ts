import { assign, setup, type AnyStateMachine } from 'xstate';
import type { HumanStep, Step } from '../definition/step.schema';
import { guardNamed } from '../guards';
import { isHuman } from '../definition/flow';
import type { Process } from './process';
import { pass, reject, sendBack } from './decide.actions';
import { enterStep, sendCopies } from './enter.actions';
import { close, finish, resolveAgain, resubmit, submit, undo, withdraw } from './lifecycle.actions';
import { ROUTES, isOpen } from './routes';
import type { MachineContext, MachineEvent } from './machine-context';
import type { Reference, StateJson, TransitionGuard, TransitionJson } from '../steps/state-json';

/** Eventless steps that one command may take: more than any definition can nest, far less than for ever. */
const MAX_MICROSTEPS = 2_000;

type Action = (machine: MachineContext, event: MachineEvent, params: never) => MachineContext;
type Core = Omit<Process, 'machine'>;
type Arguments = { context: MachineContext; event: MachineEvent };

/** Every action by name, for one process. */
function actionsOf(process: Core): Record<string, Action> {
  const order = process.order.filter((id) => isHuman(process.steps[id] as Step));
  const human = (id: string): HumanStep => {
    const step = process.steps[id];
    if (step === undefined || !isHuman(step)) throw new Error(`Expected to act on a step that people decide, but “${id}” is none`);
    return step;
  };
  return {
    submit: (machine, event) => submit(machine, event, process.definition),
    resubmit: (machine, event) => resubmit(machine, event, process.definition),
    withdraw,
    undo,
    'resolve-again': resolveAgain,
    finish,
    close,
    'enter-step': (machine, event, { step }: { step: string }) => enterStep(machine, event, human(step)),
    'send-copies': (machine, event, { step }: { step: string }) =>
      sendCopies(machine, event, process.steps[step] as Extract<Step, { kind: 'cc' }>),
    'go-straight-back': (machine) => ({ ...machine, goto: machine.request.resumeAt }),
    pass: (machine, event, { step }: { step: string }) => pass(machine, event, human(step), order),
    reject: (machine, event, { step }: { step: string }) => reject(machine, event, human(step)),
    return: (machine, event, { step }: { step: string }) => sendBack(machine, event, human(step), order),
  };
}

/** Whether a transition may be taken: its way is open and none of its guards refuses. */
function passes(machine: MachineContext, event: MachineEvent, { route, of }: TransitionGuard['params']): boolean {
  if (route !== null && !isOpen(route.type, machine, event, route.params)) return false;
  const input = { context: machine.request, command: event.command, facts: event.facts };
  return of.every(({ type, params }) => knownGuard(type).refuse(input, params) === null);
}

/** The guard of that name. Throws where there is none. */
export function knownGuard(name: string) {
  const guard = guardNamed(name);
  if (guard === undefined) throw new Error(`Expected to know the guard “${name}”, but there is none of that name`);
  return guard;
}

/** XState finds out about unknown names late or never: they are looked up here. */
function check(json: { states: Record<string, StateJson>; on: Record<string, TransitionJson[]> }, actions: Record<string, Action>): void {
  const states = Object.values(json.states);
  const transitions = [json, ...states]
    .flatMap((state) => Object.values(state.on ?? {}).flat())
    .concat(states.flatMap((state) => state.always ?? []));
  const known = ({ type }: Reference, registry: object, what: string) => {
    if (!Object.hasOwn(registry, type)) throw new Error(`Expected to know the ${what} “${type}”, but there is none of that name`);
  };
  for (const { guard, actions: taken } of transitions) {
    guard.params.of.forEach(({ type }) => knownGuard(type));
    if (guard.params.route) known(guard.params.route, ROUTES, 'route');
    taken?.forEach((action) => known(action, actions, 'action'));
  }
  states.flatMap((state) => state.entry ?? []).forEach((action) => known(action, actions, 'action'));
}

/** Builds the XState machine of a process from its JSON. Pure. Throws on names that no registry knows and on targets that do not exist. */
export function buildMachine(
  process: Core,
  json: { states: Record<string, StateJson>; on: Record<string, TransitionJson[]> },
): AnyStateMachine {
  const actions = actionsOf(process);
  check(json, actions);
  const guards = { all: ({ context, event }: Arguments, params: TransitionGuard['params']) => passes(context, event, params) };
  const assigns = Object.entries(actions).map(([name, act]) => [
    name,
    assign(({ context, event }, params: unknown) =>
      act(context as unknown as MachineContext, event as unknown as MachineEvent, params as never),
    ),
  ]);
  const builder = setup({ guards, actions: Object.fromEntries(assigns) } as unknown as Parameters<typeof setup>[0]);
  const config = { id: 'request', initial: 'draft', context: {}, options: { maxIterations: MAX_MICROSTEPS }, ...json };
  return builder.createMachine(config as unknown as Parameters<typeof builder.createMachine>[0]) as unknown as AnyStateMachine;
}
