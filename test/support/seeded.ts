import fc from 'fast-check';
import WALKS from '../walks.json';

/** The same inputs in every run of the tests, so that one that fails can be run again; others by `WALK_SEED`, many by `npm run test:long`. */
fc.configureGlobal({ seed: Number(process.env['WALK_SEED'] ?? 20_261_129) });

/** The random walks of one test: as many requests as `test/walks.json` or `WALK_RUNS` says, and every step that is tried in them, taken or refused. */
class Walk {
  readonly runs: number;
  private steps = 0;

  constructor(private readonly name: keyof typeof WALKS) {
    this.runs = Number(process.env['WALK_RUNS'] ?? WALKS[name].runs);
  }

  step(): void {
    this.steps += 1;
  }

  /** Throws when the walks that every run of the tests takes were shorter than `test/walks.json` says. */
  wentFar(): void {
    const least = WALKS[this.name].steps;
    if (process.env['WALK_SEED'] === undefined && process.env['WALK_RUNS'] === undefined && this.steps < least)
      throw new Error(`Expected ${this.name} to try ${least} steps, but it tried ${this.steps}`);
  }
}

/**
 * What dice should have brought and did not: asked of the seed that every run has, chosen because it brings all of it. Another one may happen not to,
 * and nothing is wrong then.
 */
const notMet = <T>(wanted: readonly T[], met: ReadonlySet<T>): T[] =>
  process.env['WALK_SEED'] === undefined ? wanted.filter((each) => !met.has(each)) : [];

export { fc, notMet, Walk };
