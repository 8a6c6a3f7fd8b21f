import type { Client } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { DECIDED } from './chain';

/** Updates that one bare workflow gets before the next takes its place: as many as one of our requests gets decisions. */
const UPDATES_PER_RUN = DECIDED;

interface Place {
  id: string;
  left: number;
}

/** Bare updates against workflows that were started beforehand, one workflow per place at a time, as our requests are decided one after another. */
export class BareLoad {
  private readonly places = new Map<number, Place>();
  private readonly ready: string[] = [];

  constructor(
    private readonly client: Client,
    private readonly queue: string,
  ) {}

  /** Prepares as many workflows as are missing to `count`. */
  topUp(count: number): Promise<void> {
    return this.prepare(Math.max(0, count - this.ready.length));
  }

  /** Starts `count` workflows outside the measured time. */
  async prepare(count: number): Promise<void> {
    for (let from = 0; from < count; from += 32) {
      const ids = Array.from({ length: Math.min(32, count - from) }, () => `bare/${randomUUID()}`);
      await Promise.all(ids.map((workflowId) => this.client.workflow.start('bareWorkflow', { workflowId, taskQueue: this.queue })));
      this.ready.push(...ids);
    }
  }

  /** One update; false when no prepared workflow is left. */
  async touch(slot: number): Promise<boolean> {
    const place = this.placeOf(slot);
    if (!place) return false;
    place.left -= 1;
    await this.client.workflow.getHandle(place.id).executeUpdate('touch');
    return true;
  }

  private placeOf(slot: number): Place | undefined {
    const current = this.places.get(slot);
    if (current && current.left > 0) return current;
    const id = this.ready.pop();
    if (!id) return undefined;
    const place = { id, left: UPDATES_PER_RUN };
    this.places.set(slot, place);
    return place;
  }
}
