import type { HumanStep } from '../definition/step.schema';
import { environmentOf } from '../conditions/environment';
import { holds } from '../conditions/holds';
import type { RequestContext, StepState } from '../request/request-state';

/** People whose word a step passed by, in its newest generation; empty while it has not passed. Pure. */
export function decidersOf(state: StepState | undefined): string[] {
  if (state?.status === 'passed') return state.votes.filter((vote) => vote.type === 'approve').map((vote) => vote.person);
  if (state?.status === 'merged') return state.seats.map((seat) => seat.person);
  return [];
}

/** Whether approving the step demands a comment where the request stands. Pure. */
export function demandsComment(step: HumanStep, context: RequestContext): boolean {
  if (step.kind === 'opinion') return true;
  return typeof step.commentRequired === 'boolean' ? step.commentRequired : holds(step.commentRequired, environmentOf(context));
}

/**
 * The person in whose name the step may pass without being asked again (G40): who decided the step directly before it in this walk.
 * Null where nobody may be merged: another step came between, the request has come back since, a comment, a signature, evidence or a
 * required field is asked for, or the definition says `ask`. Pure. `resolve` merges only when this person is also the one it found.
 */
export function mergeCandidate(step: HumanStep, context: RequestContext): string | null {
  if (step.samePerson !== 'merge' || step.kind === 'work' || step.kind === 'opinion' || step.fields.required.length > 0) return null;
  const before = context.path.at(-1);
  if (before === undefined || before === step.id || demandsComment(step, context)) return null;
  const person = decidersOf(context.steps[before]).at(-1) ?? null;
  // Work may be done by the requester; nothing that follows may pass in their name.
  if (excludesRequester(step) && (person === context.requester?.id || person === context.beneficiary)) return null;
  return step.distinctFrom.some((other) => decidersOf(context.steps[other]).some((each) => each === person)) ? null : person;
}

/** Whether the requester (and the beneficiary) may not act on the step: everywhere, except on work that is assigned to the requester. Pure. */
export function excludesRequester(step: HumanStep): boolean {
  return !(step.kind === 'work' && [step.assignee, ...step.fallback].some((rule) => rule.by === 'requester'));
}
