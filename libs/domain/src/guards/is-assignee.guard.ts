import { refusal, type Refusal } from '../request/refusal';
import { defineGuard, stepParams, type GuardInput } from './guard';

/** Says that the task of the command has been decided, by whom, when, and whether with the same answer; null where it has not. */
export function alreadyDecided({ context, command }: GuardInput): Refusal | null {
  const state = command.step === null ? undefined : context.steps[command.step];
  const vote = state?.generation === command.generation ? state.votes.at(-1) : undefined;
  if (vote === undefined) return null;
  return refusal('already-decided', {
    by: vote.person,
    at: vote.at,
    decision: vote.type,
    own: vote.person === command.actor,
    sameAnswer: vote.type === command.type,
  });
}

/** The actor holds a seat on this step, and the command is about its task of today, not about one that is gone. */
export const isAssignee = defineGuard({
  params: stepParams,
  refuse(input, { step }) {
    const { context, command } = input;
    const state = context.steps[step];
    if (context.blocked) return refusal('no-approver', { step: context.blocked.step, owners: context.blocked.owners });
    if (command.step !== step || command.generation !== state?.generation) {
      return alreadyDecided(input) ?? refusal('invalid-state', { state: step });
    }
    return state.seats.some((seat) => seat.person === command.actor) ? null : refusal('not-assignee', { step });
  },
});
