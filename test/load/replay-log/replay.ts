import type { Replay } from './case-replay';
import { replayCase } from './family';
import type { Tally } from './report';
import type { LogCase } from './log/xes';

/** Replays cases side by side, each in the order of its events. Stops at the first error that is no finding about a case. */
export async function replayAll(
  cases: AsyncGenerator<LogCase>,
  replay: Replay,
  at: { limit: number; concurrency: number; tally: Tally },
): Promise<void> {
  let taken = 0;
  let failure: unknown = null;
  const next = async (): Promise<LogCase | null> => {
    if (failure || taken >= at.limit) return null;
    taken += 1;
    const { value, done } = await cases.next();
    return done ? null : value;
  };
  const lane = async (): Promise<void> => {
    for (let one = await next(); one; one = await next()) {
      try {
        at.tally.add(await replayCase(replay, one));
      } catch (error) {
        failure ??= error;
      }
    }
  };
  await Promise.all(Array.from({ length: at.concurrency }, lane));
  await cases.return(undefined);
  at.tally.finish();
  if (failure) throw failure;
}
