import fc from 'fast-check';

/** The same inputs in every run of the tests, so that one that fails can be run again; others by `WALK_SEED`, many by `npm run test:long`. */
fc.configureGlobal({ seed: Number(process.env['WALK_SEED'] ?? 20_261_129) });

/** How many inputs a property draws: as many as its test thinks enough, or as many as `WALK_RUNS` says. */
const runsOf = (usual: number): number => Number(process.env['WALK_RUNS'] ?? usual);

/**
 * What dice should have brought and did not: asked of the seed that every run has, chosen because it brings all of it. Another one may happen not to,
 * and nothing is wrong then.
 */
const notMet = <T>(wanted: readonly T[], met: ReadonlySet<T>): T[] =>
  process.env['WALK_SEED'] === undefined ? wanted.filter((each) => !met.has(each)) : [];

export { fc, notMet, runsOf };
