import { nextDeadline } from '@countersign/domain';
import { condition } from '@temporalio/workflow';
import { workflowNow } from './clock';
import type { CommandLane } from './lane';

/** A run that begins at n = 0 waits this long for its submit, then asks the journal. */
const FIRST_MINUTE_MS = 60_000;

/** The one lazy timer of a request: derived from the state after every turn of the lane, kept nowhere. */
export class DeadlineTimer {
  private readonly began = workflowNow();

  constructor(private readonly lane: CommandLane) {}

  /**
   * Waits until the run may leave, the earliest deadline has become another one, or it has come; true = it has. Turns of the lane that change neither
   * do not wake the main loop.
   */
  async pass(leaving: () => boolean): Promise<boolean> {
    const at = this.next();
    const changed = (): boolean => leaving() || this.next() !== at;
    if (at === null) {
      await condition(changed);
      return false;
    }
    return !(await condition(changed, Math.max(at - workflowNow(), 1)));
  }

  private next(): number | null {
    const { lane } = this;
    if (lane.diverged !== null) return null;
    if (lane.n === 0) return lane.empty ? null : this.began + FIRST_MINUTE_MS;
    const due = nextDeadline(lane.state);
    if (due === null || lane.notBefore === null) return null;
    return Math.max(Date.parse(due.at), lane.notBefore);
  }
}
