'use strict';
/**
 * `npm run test:long -- --steps 1000000 --seed 1`: random requests in random definitions and companies against the oracles, as in `npm test`, for so
 * many steps. Goes on from one seed to the next; one that fails tells its story and is walked again by `WALK_SEED`.
 */
const { spawnSync } = require('node:child_process');
const path = require('node:path');
const { parseArgs } = require('node:util');

const root = path.resolve(__dirname, '..');
const WALKS = 'rehearsal/(company-walks|signing-walks|invariants)';
/** Requests of one seed, in each of the walks; the mean number of steps of one is that of its walk. */
const RUNS = 2_000;
const STEPS = { 'company-walks': 45, 'signing-walks': 30, invariants: 55 };

const { values } = parseArgs({ options: { steps: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } } });
for (const [name, value] of Object.entries(values))
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Error(`Expected --${name} to be a whole number from 1, but got ${value}`);

const perSeed = RUNS * Object.values(STEPS).reduce((sum, steps) => sum + steps, 0);
const jest = [path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--selectProjects', 'unit', '--testPathPatterns', WALKS];
for (let seed = Number(values.seed), walked = 0; walked < Number(values.steps); seed += 1) {
  const env = { ...process.env, WALK_RUNS: String(RUNS), WALK_SEED: String(seed) };
  const { status } = spawnSync(process.execPath, [...jest, '--testTimeout', '3600000', '--silent'], {
    cwd: root,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) {
    console.error(`seed ${seed} failed; again: npm run test:long -- --steps 1 --seed ${seed}`);
    process.exit(1);
  }
  walked += perSeed;
  console.log(`seed ${seed}: ${walked.toLocaleString('en')} steps of ${Number(values.steps).toLocaleString('en')}, nothing found`);
}
