import type { HumanStep } from '../definition/step.schema';
import { holds } from '../conditions/holds';
import { environmentOf } from '../conditions/environment';
import type { CcStep } from '../definition/step.schema';
import { hasAuthority } from '../guards/has-authority.guard';
import { withinLimit } from '../guards/within-limit.guard';
import { mergeCandidate } from '../people/deciders';
import type { StepVerdict } from '../request/facts';
import type { StepState } from '../request/request-state';
import type { TransitionEvent } from '../request/transition';
import type { MachineContext, MachineEvent } from './machine-context';
import { tasksOpened } from './tasks';

function skips(step: HumanStep | CcStep, machine: MachineContext): boolean {
  return step.when !== undefined && !holds(step.when, environmentOf(machine.request));
}

/** The walk reaches a step that people decide: it is skipped, waits for its verdict, or gets its seats. */
export function enterStep(machine: MachineContext, event: MachineEvent, step: HumanStep): MachineContext {
  if (event.type === 'undo') return reopen(machine, step.id);
  const request = { ...machine.request, resumeAt: machine.request.resumeAt === step.id ? null : machine.request.resumeAt };
  const arrived = { ...machine, request, goto: null };
  if (skips(step, arrived))
    return settle(arrived, step.id, { status: 'skipped', seats: [] }, [{ type: 'step.skipped', step: step.id, reason: 'condition' }]);
  const verdict = event.facts.seats[step.id];
  if (verdict === undefined) return { ...arrived, request: { ...request, need: step.id } };
  return seat(arrived, event, step, verdict);
}

function seat(machine: MachineContext, event: MachineEvent, step: HumanStep, verdict: StepVerdict): MachineContext {
  const generation = machine.request.generation;
  const id = step.id;
  switch (verdict.kind) {
    case 'skipped':
      if (step.whenNobody !== 'skip' || step.kind === 'approve')
        throw new Error(`Expected to find people for “${id}”, but its verdict skips it, which the definition does not allow`);
      return settle(machine, id, { status: 'skipped', seats: [] }, [
        ...unblocked(event, id),
        { type: 'step.skipped', step: id, reason: verdict.reason },
      ]);
    case 'blocked':
      return block(machine, id, verdict);
    case 'merged': {
      mayBeMerged(step, machine, event);
      if (mergeCandidate(step, machine.request) !== verdict.person) {
        throw new Error(`Expected to merge “${id}” into the step before it, but ${verdict.person} did not decide that one in this walk`);
      }
      const merged = walk(
        settle(machine, id, { status: 'merged', seats: [{ seat: 0, person: verdict.person }] }, unblocked(event, id)),
        id,
      );
      return { ...merged, events: [...merged.events, { type: 'step.merged', step: id, generation, person: verdict.person }] };
    }
    case 'seats': {
      if (verdict.people.length === 0) throw new Error(`Expected to seat people on “${id}”, but its verdict names nobody`);
      const seats = verdict.people.map((person, index) => ({ seat: index, person }));
      const opened = walk(settle(machine, id, { status: 'open', seats }, unblocked(event, id)), id);
      return { ...opened, events: [...opened.events, ...tasksOpened(id, opened.request.steps[id] as StepState)] };
    }
  }
}

/** A step that passes in somebody's name asks the same authority of them as their own press would, wherever the facts can tell. */
function mayBeMerged(step: HumanStep, machine: MachineContext, { command, facts }: MachineEvent): void {
  const { authority } = step;
  const verdict = facts.seats[step.id];
  if (authority === undefined || verdict?.kind !== 'merged' || verdict.person !== command.actor) return;
  const input = { context: machine.request, command, facts };
  const found =
    hasAuthority.refuse(input, { authority }) ?? (authority.amount === undefined ? null : withinLimit.refuse(input, { authority }));
  if (found) throw new Error(`Expected to merge “${step.id}” in the name of ${command.actor}, but that is refused: ${found.code}`);
}

function unblocked(event: MachineEvent, step: string): TransitionEvent[] {
  return event.type === 'resolve-again' ? [{ type: 'request.unblocked', step }] : [];
}

function block(machine: MachineContext, step: string, verdict: Extract<StepVerdict, { kind: 'blocked' }>): MachineContext {
  const { owners, reason } = verdict;
  const settled = settle(machine, step, { status: 'blocked', seats: [] }, [
    { type: 'request.blocked', step, kind: 'no-approver', owners, reason },
  ]);
  return { ...settled, request: { ...settled.request, blocked: { kind: 'no-approver', step, owners, reason } } };
}

function settle(
  machine: MachineContext,
  step: string,
  state: Pick<StepState, 'status' | 'seats'>,
  events: TransitionEvent[],
): MachineContext {
  const { request } = machine;
  const settled: StepState = { generation: request.generation, votes: [], ...state };
  return { ...machine, request: { ...request, steps: { ...request.steps, [step]: settled } }, events: [...machine.events, ...events] };
}

function walk(machine: MachineContext, step: string): MachineContext {
  return { ...machine, request: { ...machine.request, path: [...machine.request.path, step] } };
}

/** An undone step opens again for the same people, in the next generation: nobody is looked for anew. */
function reopen(machine: MachineContext, step: string): MachineContext {
  const { request } = machine;
  const before = request.steps[step];
  if (before === undefined) throw new Error(`Expected to re-open “${step}”, but the request has not been there`);
  const again = { ...before, generation: request.generation };
  const events: TransitionEvent[] =
    again.status === 'blocked' && request.blocked
      ? [{ type: 'request.blocked', step, kind: request.blocked.kind, owners: request.blocked.owners, reason: request.blocked.reason }]
      : tasksOpened(step, again);
  return { request: { ...request, steps: { ...request.steps, [step]: again } }, events: [...machine.events, ...events], goto: null };
}

/** The walk reaches a notice to people: it waits for its verdict and passes on. */
export function sendCopies(machine: MachineContext, event: MachineEvent, step: CcStep): MachineContext {
  if (skips(step, machine))
    return { ...machine, events: [...machine.events, { type: 'step.skipped', step: step.id, reason: 'condition' }] };
  const verdict = event.facts.seats[step.id];
  if (verdict === undefined) return { ...machine, request: { ...machine.request, need: step.id } };
  const people = verdict.kind === 'seats' ? verdict.people : [];
  return {
    ...machine,
    events: [...machine.events, ...people.map((person): TransitionEvent => ({ type: 'copy.sent', step: step.id, person }))],
  };
}
