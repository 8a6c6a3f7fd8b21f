import type { Dice } from '../support/dice';

/** Somebody who does one thing after another: a press on its way through the api, a task of a worker, a round of the sweeper. */
export interface Actor {
  readonly name: string;
  /** Where it stands: before which of its awaits, or null while it runs or waits for somebody else. */
  at: string | null;
  ended: boolean;
  /** Its program was killed: it never goes on. */
  gone: boolean;
}

interface Parked {
  readonly actor: Actor;
  readonly where: string;
  readonly go: () => void;
}

/** Microtasks, and whoever they woke, have come to their next await. */
const quiet = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Lets one actor at a time go from one of its awaits to the next, by dice: the same seed gives the same order, although what lies between two
 * awaits is the real program on a real PostgreSQL.
 */
export class Scheduler {
  readonly story: string[] = [];
  private parked: Parked[] = [];
  private readonly living = new Set<Actor>();
  /** Who goes on now, and whom to tell once they have come to their next await: that somebody else was woken by them is no arrival. */
  private moving: { actor: Actor; arrived: () => void } | null = null;

  constructor(private readonly dice: Dice) {}

  get waiting(): number {
    return this.parked.length;
  }

  tell(line: string): void {
    this.story.push(line);
  }

  /** Begins something; it stands before its first await at once. Whatever it throws is the end of the schedule. */
  begin(name: string, work: (actor: Actor) => Promise<void>): Actor {
    const actor: Actor = { name, at: null, ended: false, gone: false };
    this.living.add(actor);
    void this.park(actor, 'begins')
      .then(() => work(actor))
      .then(
        () => this.leave(actor),
        (error: unknown) => this.leave(actor, error),
      );
    return actor;
  }

  /** Before an await of the program under test: here an actor may be kept for long, overtaken, or killed. */
  park(actor: Actor, where: string): Promise<void> {
    actor.at = where;
    return new Promise((resolve) => {
      const go = (): void => {
        actor.at = null;
        resolve();
      };
      if (!actor.gone) this.parked.push({ actor, where, go });
      this.arrive(actor);
    });
  }

  /** Waits for somebody else, without being chosen meanwhile. */
  async until<T>(actor: Actor, other: Promise<T>): Promise<T> {
    actor.at = 'waits';
    this.arrive(actor);
    return other;
  }

  kill(actor: Actor): void {
    actor.gone = true;
    this.parked = this.parked.filter((each) => each.actor !== actor);
  }

  /** Every program is stopped: nothing that was begun goes on, also where it waits for somebody else. */
  killAll(): void {
    for (const actor of this.living) actor.gone = true;
    this.living.clear();
    this.parked = [];
  }

  /** One actor goes to its next await. False: nobody could. */
  async step(): Promise<boolean> {
    if (this.parked.length === 0) return false;
    const [chosen] = this.parked.splice(this.dice.whole(this.parked.length), 1);
    if (!chosen) return false;
    this.tell(`${chosen.actor.name}: ${chosen.where}`);
    const arrived = new Promise<void>((resolve) => (this.moving = { actor: chosen.actor, arrived: resolve }));
    chosen.go();
    await arrived;
    await quiet();
    if (this.failure !== null) throw this.failure;
    return true;
  }

  private failure: Error | null = null;

  private leave(actor: Actor, error?: unknown): void {
    actor.ended = true;
    this.living.delete(actor);
    if (error !== undefined) this.failure = error instanceof Error ? error : new Error(String(error));
    this.arrive(actor);
  }

  private arrive(actor: Actor): void {
    if (this.moving?.actor !== actor) return;
    this.moving.arrived();
    this.moving = null;
  }
}

/** The same, whose caller stands still before each of these calls. */
export function stoppingIn<T extends object>(scheduler: Scheduler, actor: Actor, whole: T, before: readonly string[]): T {
  return new Proxy(whole, {
    get: (target, name) => {
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== 'function') return value;
      if (!before.includes(String(name))) return (value as () => unknown).bind(target);
      return async (...args: unknown[]) => {
        await scheduler.park(actor, String(name));
        return (value as (...all: unknown[]) => unknown).apply(target, args);
      };
    },
  });
}
