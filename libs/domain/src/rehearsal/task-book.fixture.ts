import { taskId } from '../digest/uuid';
import type { TransitionEvent } from '../request/transition';

/** Keeps tasks the way a database does: by events only. Throws when one is opened twice or ends twice. */
export class TaskBook {
  readonly open = new Map<string, string>();
  private readonly ended = new Set<string>();

  follow(events: readonly TransitionEvent[]): void {
    for (const event of events) {
      if (event.type === 'task.opened') this.begin(this.key(event), event.person);
      if (event.type === 'task.decided' || event.type === 'task.closed') this.end(this.key(event), event.person);
    }
  }

  private key(event: { step: string; generation: number; seat: number }): string {
    return taskId('request-1', event.step, event.generation, event.seat);
  }

  private begin(id: string, person: string): void {
    if (this.open.has(id) || this.ended.has(id)) throw new Error(`Expected every task to be opened once, but ${id} is opened again`);
    this.open.set(id, person);
  }

  private end(id: string, person: string): void {
    if (this.open.get(id) !== person) throw new Error(`Expected to end an open task of ${person}, but ${id} is none`);
    this.open.delete(id);
    this.ended.add(id);
  }
}
