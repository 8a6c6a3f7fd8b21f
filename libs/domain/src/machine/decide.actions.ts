import type { HumanStep } from '../definition/step.schema';
import { sha256Hex } from '../digest/sha256';
import { returnTargets } from '../request/return-targets';
import type { RequestContext, StepState, Vote } from '../request/request-state';
import type { TaskClosing, TransitionEvent } from '../request/transition';
import type { MachineContext, MachineEvent } from './machine-context';
import { tasksClosed } from './tasks';

const CLOSING: Record<Vote['type'], TaskClosing> = { approve: 'decided-by-other', reject: 'rejected', return: 'returned' };

/** Puts the actor's word on the step: their task is decided, the tasks of the others go away. */
function vote(machine: MachineContext, event: MachineEvent, step: HumanStep, type: Vote['type']): MachineContext {
  const { command, facts } = event;
  const state = machine.request.steps[step.id];
  const seat = state?.seats.find(({ person }) => person === command.actor);
  if (state === undefined || seat === undefined)
    throw new Error(`Expected to decide “${step.id}” by somebody who sits on it, but ${command.actor} does not`);
  const stance = step.kind === 'opinion' && type === 'approve' ? command.stance : null;
  const status = ({ approve: 'passed', reject: 'rejected', return: 'returned' } as const)[type];
  const voted: StepState = { ...state, status, votes: [...state.votes, { person: command.actor, type, stance, at: facts.now }] };
  const events: TransitionEvent[] = [
    { type: 'task.decided', step: step.id, generation: state.generation, seat: seat.seat, person: command.actor, decision: type, stance },
    ...tasksClosed(step.id, state, CLOSING[type], command.actor),
  ];
  const request = { ...machine.request, decided: true, steps: { ...machine.request.steps, [step.id]: voted } };
  return { ...machine, request, events: [...machine.events, ...events] };
}

/** Whether the command changes a material field. Decisions taken before such a change do not carry over. Pure. */
export function changesMaterial(request: RequestContext, event: MachineEvent): boolean {
  return event.command.material !== null && event.command.material !== request.materialHash;
}

/** The step passes with what its decider wrote. A straight way back that is closed by it leaves nothing of the walk before. */
export function pass(machine: MachineContext, event: MachineEvent, step: HumanStep, order: readonly string[]): MachineContext {
  const voted = vote(machine, event, step, 'approve');
  const { command } = event;
  const { request } = voted;
  const resumeAt = changesMaterial(request, event) ? null : request.resumeAt;
  const closes = request.resumeAt !== null && resumeAt === null;
  return {
    request: {
      ...request,
      steps: closes ? withoutLater(request.steps, order.slice(order.indexOf(step.id) + 1)) : request.steps,
      fields: { ...request.fields, ...command.fields },
      contentHash: command.writes ? sha256Hex(request.contentHash + command.digest) : request.contentHash,
      materialHash: command.material ?? request.materialHash,
      resumeAt,
    },
    events: [...voted.events, { type: 'step.passed', step: step.id, generation: voted.request.steps[step.id]?.generation ?? 0 }],
    goto: resumeAt,
  };
}

/** The request ends with a no. */
export function reject(machine: MachineContext, event: MachineEvent, step: HumanStep): MachineContext {
  return vote(machine, event, step, 'reject');
}

/** The request goes back, to the requester or to a step that was passed; what follows that place in document order is asked anew. */
export function sendBack(machine: MachineContext, event: MachineEvent, step: HumanStep, order: readonly string[]): MachineContext {
  const place = order.indexOf(step.id);
  const target = returnTargets({ to: step.returns.to, earlier: order.slice(0, place) }, machine.request).find(
    ({ to }) => to === event.command.to,
  );
  if (target === undefined) throw new Error(`Expected to return to an earlier step, but “${event.command.to}” is none`);
  const resume = step.returns.resume === 'choose' ? (event.command.resume ?? 'walk-again') : step.returns.resume;
  const voted = vote(machine, event, step, 'return');
  const request = { ...voted.request, generation: voted.request.generation + 1, returns: voted.request.returns + 1, path: [] };
  const events: TransitionEvent[] = [...voted.events, { type: 'request.returned', by: step.id, to: target.at, resume }];
  if (target.at === 'requester')
    return { request: { ...request, resumeAt: null, returned: { by: step.id, to: 'requester', resume } }, events, goto: 'returned' };
  const straight = resume === 'straight-back';
  // The one that returns stays, to tell a late second decision who was first.
  const later = order.slice(order.indexOf(target.at)).filter((id) => id !== step.id);
  const steps = straight ? request.steps : withoutLater(request.steps, later);
  return { request: { ...request, steps, resumeAt: straight ? step.id : null }, events, goto: target.at };
}

function withoutLater(steps: RequestContext['steps'], later: readonly string[]): RequestContext['steps'] {
  return Object.fromEntries(Object.entries(steps).filter(([id]) => !later.includes(id)));
}
