/** A page reads first and listens a moment later; on the slowest lines that moment is not as long as this. */
const WINDOW_MS = 60_000;

/**
 * Whom something has concerned lately. Whoever opens a page may have read before it and listens only now: they are told to look again, all others
 * are not. Holds what happened in two windows at most.
 */
export class RecentChanges {
  private current = new Set<string>();
  private before = new Set<string>();
  private turnedAt: number;
  private everybodyAt: number;

  /** `clock`: milliseconds that only go forward. What happened before it was there is not known: it counts for everybody. */
  constructor(private readonly clock: () => number = () => performance.now()) {
    this.turnedAt = clock();
    this.everybodyAt = clock();
  }

  concern(people: readonly string[]): void {
    this.turn();
    for (const person of people) this.current.add(person);
  }

  /** Something happened of which it is not known whom it concerns. */
  concernEverybody(): void {
    this.everybodyAt = this.clock();
  }

  mayHaveMissed(person: string): boolean {
    this.turn();
    return this.clock() - this.everybodyAt < WINDOW_MS || this.current.has(person) || this.before.has(person);
  }

  private turn(): void {
    const since = this.clock() - this.turnedAt;
    if (since < WINDOW_MS) return;
    this.before = since < 2 * WINDOW_MS ? this.current : new Set();
    this.current = new Set();
    this.turnedAt = this.clock();
  }
}
