import { Problem } from './problem/problem';

interface Waiting {
  whose: string;
  go: () => void;
}

/** Nobody means more than this by one press and what they typed since. */
const MOST_OF_ONE = 3;
const COME_AGAIN_SECONDS = 5;

/**
 * Questions that cost much take turns, without a connection of the pool while they wait: a few at the same time, of one person one. Whoever has more of
 * them waiting is told to come again.
 */
export class TakingTurns {
  private readonly running = new Set<string>();
  private readonly waiting: Waiting[] = [];

  constructor(private readonly atOnce: number) {}

  async take<T>(whose: string, work: () => Promise<T>): Promise<T> {
    const before = this.waiting.filter((each) => each.whose === whose).length + (this.running.has(whose) ? 1 : 0);
    if (before >= MOST_OF_ONE) throw new Problem('throttled', { seconds: COME_AGAIN_SECONDS });
    if (this.mayRun(whose)) this.running.add(whose);
    else await new Promise<void>((resolve) => this.waiting.push({ whose, go: resolve }));
    try {
      return await work();
    } finally {
      this.running.delete(whose);
      this.next();
    }
  }

  private mayRun(whose: string): boolean {
    return this.running.size < this.atOnce && !this.running.has(whose);
  }

  /** Whoever has waited longest of those who may. */
  private next(): void {
    for (
      let at = this.waiting.findIndex(({ whose }) => this.mayRun(whose));
      at >= 0;
      at = this.waiting.findIndex(({ whose }) => this.mayRun(whose))
    ) {
      const [first] = this.waiting.splice(at, 1);
      if (!first) return;
      this.running.add(first.whose);
      first.go();
    }
  }
}
