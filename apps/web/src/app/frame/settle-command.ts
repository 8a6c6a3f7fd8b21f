import { call, ProblemError } from '../../shared/api/client';
import type { CommandState, Problem, RequestView, Undo } from '../../shared/api/wire';
import type { PendingCommand } from '../../shared/state/sending/pending';
import { deliver } from '../../shared/state/sending/send-command';

/** A first call that has not come back after this long will not. */
export const LEAVING_MS = 15_000;
/** Longer after the press nobody expects it any more: then it is given back instead of sent. */
const RESEND_MS = 10 * 60_000;

/** How a command ended; null while that is not known. */
export type End =
  { end: 'done'; view: RequestView | null; undo: Undo | null } | { end: 'refused'; problem: Problem } | { end: 'lost' } | null;

const age = (command: PendingCommand): number => Date.now() - new Date(command.sentAt).getTime();

/** Whether its end has to be asked for: its own call no longer does. */
export const isOrphan = (command: PendingCommand): boolean => command.stage !== 'leaving' || age(command) > LEAVING_MS;

async function sendAgain(command: PendingCommand): Promise<End> {
  if (age(command) > RESEND_MS) return { end: 'lost' };
  const sent = await deliver(command);
  if (sent.end === 'done') return { end: 'done', view: null, undo: sent.undo };
  return sent.end === 'refused' ? { end: 'refused', problem: sent.error.problem } : null;
}

/** Asks after a command that a server has; sends one again that never arrived. */
export async function settle(command: PendingCommand): Promise<End> {
  if (command.stage === 'unsent') return sendAgain(command);
  try {
    const answer = await call<CommandState>('GET', `/commands/${command.id}`);
    if (answer.status === 'done') return { end: 'done', view: answer.view, undo: answer.view?.undo ?? null };
    return answer.status === 'refused' && answer.problem ? { end: 'refused', problem: answer.problem } : null;
  } catch (error) {
    return error instanceof ProblemError && error.status === 404 ? sendAgain(command) : null;
  }
}
