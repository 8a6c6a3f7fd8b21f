import { ownValue } from '@countersign/domain';
import type { CallClaim, OutboxRow } from '@countersign/database';

/** So many calls are under way at once, so many of them to one system, and so many that have failed before. */
const SLOTS = 16;
const OF_ONE = 4;
const AGAIN = 8;

/** The places of calls that are under way in this worker: each is free again as soon as its own call is over. */
export class CallSlots {
  private readonly busy = new Map<string, { target: string; again: boolean; over: Promise<void> }>();
  private freed = false;
  private rouse: () => void = () => undefined;

  /** What may be taken up now; null where no place is free. */
  wanted(): CallClaim | null {
    const free = SLOTS - this.busy.size;
    if (free === 0) return null;
    const taken = [...this.busy.values()];
    const busy: Record<string, number> = {};
    for (const { target } of taken) busy[target] = (ownValue(busy, target) ?? 0) + 1;
    return { free, each: OF_ONE, busy, again: AGAIN - taken.filter(({ again }) => again).length };
  }

  /** Takes a place until the call is over; `call` never throws. */
  take({ id, effect, attempts }: OutboxRow, call: () => Promise<void>): void {
    const target = (effect.type === 'call' && effect.sent?.to) || '';
    const over = call().finally(() => {
      this.busy.delete(id);
      this.wake();
    });
    this.busy.set(id, { target, again: attempts > 1, over });
  }

  /** Until a place is free again, or has been since the last rest; but no longer than so. */
  async rest(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    if (!this.freed)
      await new Promise<void>((resolve) => {
        this.rouse = resolve;
        timer = setTimeout(resolve, ms);
      });
    clearTimeout(timer);
    this.freed = false;
  }

  wake(): void {
    this.freed = true;
    this.rouse();
  }

  /** Once all that is under way is over. */
  async settled(): Promise<void> {
    await Promise.all([...this.busy.values()].map(({ over }) => over));
  }
}
