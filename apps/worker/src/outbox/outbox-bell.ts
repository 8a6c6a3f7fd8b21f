import { Injectable } from '@nestjs/common';

/** Tells this worker's dispatcher that a decision was recorded here. What other workers recorded, or died over, the dispatcher finds by itself. */
@Injectable()
export class OutboxBell {
  private rung = false;
  private wake: (() => void) | null = null;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  /** Until it rings, at most `ms`; at once when it has rung since the last time. */
  async wait(ms: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.wake = null;
    this.rung = false;
  }
}
