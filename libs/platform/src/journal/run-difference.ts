import type { Difference, Replay, RequestHead } from '@countersign/database';
import type { RunPosition } from '../temporal/request-client';

/** A run may be behind, never ahead and never elsewhere; a closed request needs none. `lastN`: where its journal ends by now. */
export async function runDifference(
  position: RunPosition | null,
  { head, replay }: { head: RequestHead; replay: Replay },
  lastN: () => Promise<number>,
): Promise<Difference[]> {
  const differs = (detail: string): Difference[] => [{ kind: 'workflow', detail }];
  if (position === null) return replay.closedAt === null ? differs('Temporal knows no run of this live request') : [];
  if (position.n > head.n && position.n > (await lastN()))
    return differs(`the run stands at n = ${position.n}, the journal ends at ${head.n}`);
  const hash = position.n === 0 ? null : replay.hashes[position.n - 1];
  if (position.n > 0 && position.n <= head.n && hash !== position.hash)
    return differs(`the run has ${position.hash} at n = ${position.n}, the journal has ${hash}`);
  if (head.diverged) return differs(head.diverged.reason);
  return !position.running && replay.closedAt === null ? differs(`the run ended at n = ${position.n}, the request is live`) : [];
}
