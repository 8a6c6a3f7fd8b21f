import { Injectable } from '@nestjs/common';

/** After this many failures in a row the worker stops asking for work that it cannot do. */
const IN_A_ROW = 5;

/** Counts how often in a row the database was away when this worker's `record` needed it. */
@Injectable()
export class RecordFailures {
  private row = 0;
  private onTooMany: (() => void) | null = null;
  last: string | null = null;

  succeeded(): void {
    this.row = 0;
    this.last = null;
  }

  failed(error: unknown): void {
    this.row += 1;
    this.last = error instanceof Error ? error.message : String(error);
    if (this.row === IN_A_ROW) this.onTooMany?.();
  }

  get tooMany(): boolean {
    return this.row >= IN_A_ROW;
  }

  whenTooMany(act: () => void): void {
    this.onTooMany = act;
  }
}
