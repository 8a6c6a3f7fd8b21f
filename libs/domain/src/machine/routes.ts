import { environmentOf } from '../conditions/environment';
import { holds } from '../conditions/holds';
import type { Condition } from '../definition/condition.schema';
import { changesMaterial } from './decide.actions';
import { goesStraightBack } from './lifecycle.actions';
import type { MachineContext, MachineEvent } from './machine-context';

type Route = (machine: MachineContext, event: MachineEvent, params: never) => boolean;

/** Which way, by name. Routes choose between transitions; they never say who may take them. All pure. */
export const ROUTES = {
  /** Nothing is missing in the facts, so the walk may leave a state that asks nobody. */
  onward: (machine: MachineContext) => machine.request.need === null,
  when: (machine: MachineContext, _event: MachineEvent, { condition }: { condition: Condition }) =>
    holds(condition, environmentOf(machine.request)),
  unless: (machine: MachineContext, _event: MachineEvent, { condition }: { condition: Condition }) =>
    !holds(condition, environmentOf(machine.request)),
  /** The step was merged or skipped on entry. */
  passes: (machine: MachineContext, _event: MachineEvent, { step }: { step: string }) => passedOnEntry(machine, step),
  /** The same, after a return that goes straight back. */
  'passes-straight-back': (machine: MachineContext, _event: MachineEvent, { step }: { step: string }) =>
    passedOnEntry(machine, step) && machine.request.resumeAt !== null,
  /** The step is being passed by a decision, after a return that goes straight back. */
  'straight-back': (machine: MachineContext, event: MachineEvent) =>
    machine.request.resumeAt !== null && !changesMaterial(machine.request, event),
  /** A returned request goes straight to the step that returned it. */
  'resubmits-straight-back': (machine: MachineContext, event: MachineEvent) => goesStraightBack(machine.request, event),
  'goes-to': (machine: MachineContext, _event: MachineEvent, { state }: { state: string }) => machine.goto === state,
  'grace-over': (machine: MachineContext, event: MachineEvent) =>
    machine.request.closesAt !== null && Date.parse(event.facts.now) >= Date.parse(machine.request.closesAt),
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof ROUTES;

function passedOnEntry(machine: MachineContext, step: string): boolean {
  const { need, steps, generation } = machine.request;
  const state = steps[step];
  return need === null && state?.generation === generation && (state.status === 'merged' || state.status === 'skipped');
}

/** Whether a route is open. Pure. Throws on an unknown name. */
export function isOpen(name: string, machine: MachineContext, event: MachineEvent, params: object): boolean {
  if (!Object.hasOwn(ROUTES, name)) throw new Error(`Expected to know the route “${name}”, but there is none of that name`);
  return (ROUTES[name as RouteName] as Route)(machine, event, params as never);
}
