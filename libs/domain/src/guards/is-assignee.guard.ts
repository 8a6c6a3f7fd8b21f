import { refusal, type Refusal } from '../request/refusal';
import { openSeats, recordOf, votesOf } from '../request/standing';
import { defineGuard, seatsOfActor, stepParams, type GuardInput } from './guard';

/** Says that the task of the command has been decided, by whom, when, and whether with the same answer; null where it has not. Pure. */
export function alreadyDecided({ context, command }: Omit<GuardInput, 'facts'>): Refusal | null {
  if (!('generation' in command) || command.step === null) return null;
  const record = recordOf(context, command.step);
  const seats = Object.entries(record?.seats ?? {});
  const sat = seats.some(([, { generation }]) => generation === command.generation);
  const named = 'seat' in command ? seats.find(([name]) => name === String(command.seat))?.[1].vote : undefined;
  const votes = named ? [named] : sat ? votesOf(record) : [];
  const vote = votes.find(({ person }) => person === command.actor) ?? votes.at(-1);
  if (vote === undefined) return null;
  return refusal('already-decided', {
    by: vote.person,
    at: vote.at,
    decision: vote.pressed,
    own: vote.person === command.actor,
    sameAnswer: vote.pressed === command.type,
  });
}

/** The actor holds an open seat on this step, and the command is about its task of today, not about one that is gone. */
export const isAssignee = defineGuard({
  params: stepParams,
  refuse(input, { step }) {
    const { context, command } = input;
    const seats = openSeats(recordOf(context, step)).map(([, seat]) => seat);
    const generation = 'generation' in command ? command.generation : null;
    if (!seats.some((seat) => seat.generation === generation)) return alreadyDecided(input) ?? refusal('invalid-state', { state: step });
    if (seatsOfActor(input, step).length > 0) return null;
    // Of several who are asked, whoever has answered already hears so while the others are still out.
    const answered = votesOf(recordOf(context, step)).some(({ person }) => person === command.actor);
    return (answered ? alreadyDecided(input) : null) ?? refusal('not-assignee', { step });
  },
});
