import { stepFields } from '../form/step-fields';
import type { Definition } from '../definition/definition.schema';
import { choicesWith } from '../people/choices';
import { graceEnd } from '../request/deadline';
import type { RequestContext, StepState, Undoable } from '../request/request-state';
import { changesMaterial } from './decide.actions';
import type { MachineContext, MachineEvent } from './machine-context';
import { tasksClosed } from './tasks';

/** The request begins: who asks, what is asked, under which parameters. */
export function submit(machine: MachineContext, event: MachineEvent, definition: Definition): MachineContext {
  const { command, facts } = event;
  const actor = facts.actor;
  if (actor?.unitId == null) throw new Error('Expected to submit for somebody who belongs to a unit, but the facts hold none');
  const params = Object.fromEntries(definition.parameters.map(({ key, default: value }) => [key, facts.params[key] ?? value]));
  const request: RequestContext = {
    ...machine.request,
    requester: { id: actor.id, roles: actor.roles, unitId: actor.unitId },
    beneficiary: command.beneficiary,
    params,
    fields: command.fields,
    choices: command.choices,
    round: 1,
    firstSubmittedAt: facts.now,
    firstSubmittedOn: facts.today,
    contentHash: command.digest,
    materialHash: command.material ?? '',
  };
  return { ...machine, request, events: [{ type: 'request.submitted', round: 1 }] };
}

/** Whether a resubmitted request may go straight back to the step that returned it: nothing material has changed meanwhile. Pure. */
export function goesStraightBack(request: RequestContext, event: MachineEvent): boolean {
  return request.returned?.resume === 'straight-back' && !changesMaterial(request, event);
}

/** What steps have filled in is asked anew when every step is walked again: until then it is blank. */
function askedAnew(fields: RequestContext['fields'], definition: Definition): RequestContext['fields'] {
  const keys = stepFields({ definition });
  return Object.fromEntries(
    Object.entries(fields).map(([path, value]) => [path, keys.includes(path.replace(/[.#].*$/, '')) ? null : value]),
  );
}

/** The requester sends a returned request again. */
export function resubmit(machine: MachineContext, event: MachineEvent, definition: Definition): MachineContext {
  const { command } = event;
  const { request } = machine;
  const straight = goesStraightBack(request, event);
  const round = request.round + 1;
  return {
    request: {
      ...request,
      beneficiary: command.beneficiary,
      fields: straight ? command.fields : askedAnew(command.fields, definition),
      choices: choicesWith(request, command),
      round,
      contentHash: command.digest,
      materialHash: command.material ?? request.materialHash,
      generation: request.generation + 1,
      steps: straight ? request.steps : {},
      path: [],
      decided: false,
      returned: null,
      resumeAt: null,
    },
    events: [{ type: 'request.submitted', round }],
    goto: straight ? (request.returned?.by ?? null) : null,
  };
}

/** The requester takes the request back. */
export function withdraw(machine: MachineContext): MachineContext {
  const { request } = machine;
  const open = Object.entries(request.steps).filter(([, state]) => state.status === 'open' || state.status === 'blocked');
  const closed = open.map(([step, state]): [string, StepState] => [step, { ...state, status: 'closed' }]);
  return {
    ...machine,
    request: { ...request, steps: { ...request.steps, ...Object.fromEntries(closed) }, blocked: null, returned: null, resumeAt: null },
    events: open.flatMap(([step, state]) => tasksClosed(step, state, 'withdrawn')),
  };
}

/** The last decision is taken back: everything stands as before it, one generation on. */
export function undo(machine: MachineContext): MachineContext {
  const { request } = machine;
  const last = request.undoable;
  if (last === null) throw new Error('Expected to undo the last decision, but there is none');
  const { steps, ...before } = last.before;
  return {
    request: {
      ...request,
      ...before,
      steps: restored(request.steps, steps),
      fields: { ...request.fields, ...last.fields },
      contentHash: last.contentHash,
      generation: request.generation + 1,
      outcome: null,
      finishedAt: null,
      closesAt: null,
    },
    events: [
      ...Object.entries(request.steps).flatMap(([step, state]) => tasksClosed(step, state, 'undone')),
      { type: 'decision.undone', step: last.from === 'returned' ? null : last.from, what: last.type },
    ],
    goto: last.from,
  };
}

function restored(steps: RequestContext['steps'], before: Undoable['before']['steps']): RequestContext['steps'] {
  const all: Record<string, StepState | null> = { ...steps, ...before };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, StepState] => entry[1] !== null));
}

/** A step without an approver is tried again. */
export function resolveAgain(machine: MachineContext): MachineContext {
  return { ...machine, request: { ...machine.request, blocked: null } };
}

/** The request has its outcome; the grace time runs. */
export function finish(
  machine: MachineContext,
  event: MachineEvent,
  end: { outcome: 'approved' | 'rejected' | 'withdrawn'; graceSeconds: number },
): MachineContext {
  const { now } = event.facts;
  const closesAt = graceEnd(now, end.graceSeconds);
  return {
    ...machine,
    request: { ...machine.request, outcome: end.outcome, finishedAt: now, closesAt },
    events: [...machine.events, { type: 'request.finished', outcome: end.outcome }],
  };
}

/** The grace time is over. */
export function close(machine: MachineContext): MachineContext {
  return { ...machine, request: { ...machine.request, closesAt: null }, events: [{ type: 'request.closed' }] };
}
