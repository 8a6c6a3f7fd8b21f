import { REFUSAL_FAILURE, type RefusalDetails, type SubmitCommandResult } from '@countersign/contracts';
import type { Refusal } from '@countersign/domain';
import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, ValueError } from '@temporalio/common';

/** How a send ended. Everything that is no typed answer is unknown, and unknown closes nothing. */
export type SendOutcome =
  | { kind: 'done'; n: number; at: number; undoableSince: string | null }
  | { kind: 'refused'; n: number; refusal: Refusal }
  | { kind: 'blocked'; n: number; blocked: 'poisoned' | 'diverged'; reason: string }
  | { kind: 'not-found' }
  /** It cannot be sent at all, however often it is tried. */
  | { kind: 'unfit'; error: unknown }
  | { kind: 'unknown'; error: unknown };

/** What the answer of an update means, or the fault that came instead of one. */
export async function sendOutcome(call: () => Promise<SubmitCommandResult>): Promise<SendOutcome> {
  try {
    const result = await call();
    if (result.outcome === 'done') return { kind: 'done', n: result.n, at: result.at, undoableSince: result.undoableSince ?? null };
    if (result.outcome === 'refused') return { kind: 'refused', n: result.n, refusal: result.refusal };
    return { kind: 'blocked', n: result.n, blocked: result.kind, reason: result.reason };
  } catch (error) {
    return outcomeOfError(error);
  }
}

function outcomeOfError(error: unknown): SendOutcome {
  if (error instanceof WorkflowNotFoundError) return { kind: 'not-found' };
  const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
  if (cause instanceof ApplicationFailure && cause.type === REFUSAL_FAILURE) {
    const details = cause.details?.[0] as RefusalDetails;
    return { kind: 'refused', n: details.n, refusal: details.refusal };
  }
  return isUnfit(error) ? { kind: 'unfit', error } : { kind: 'unknown', error };
}

const INVALID_ARGUMENT = 3;
const TOO_LARGE = /larger than max|exceeds? (size )?limit|message too large|blob size/i;

/** What the server or the encoder will never take: an argument that is none, a message beyond what fits. */
function isUnfit(error: unknown): boolean {
  if (error instanceof ValueError || error instanceof TypeError) return true;
  const { code, details } = (error instanceof Error && error.cause ? error.cause : error) as { code?: unknown; details?: unknown };
  return code === INVALID_ARGUMENT || (typeof details === 'string' && TOO_LARGE.test(details));
}
