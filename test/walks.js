'use strict';
/**
 * `npm run test:long -- --steps 1000000`: random requests in random definitions and companies against the oracles, as in `npm test`, for so many steps.
 * It begins with a seed that nobody has chosen, says which, and goes on from one to the next; one that fails tells its story and is walked again by `--seed`.
 * Before, parts of the engine are put out of order, and the walks have to find each of them.
 */
const { spawnSync } = require('node:child_process');
const { randomInt } = require('node:crypto');
const path = require('node:path');
const { parseArgs } = require('node:util');

const root = path.resolve(__dirname, '..');
/** Every test that walks by chance: its spec, how many requests it takes in `npm test`, and the steps that are tried in them at least. */
const WALKS = Object.values(require('./walks.json'));
/** Requests of one seed, in each of them. */
const RUNS = 500;
const MOST = 1_000_000_000;

const { values } = parseArgs({ options: { steps: { type: 'string', default: '1000000' }, seed: { type: 'string' } } });
const { steps, seed: first = String(randomInt(1, MOST)) } = values;
for (const [name, value] of Object.entries({ steps, seed: first }))
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Error(`Expected --${name} to be a whole number from 1, but got ${value}`);

const walks = `rehearsal/(${[...new Set(WALKS.map(({ spec }) => spec))].join('|')})\\.spec`;
const perSeed = Math.floor(WALKS.reduce((sum, each) => sum + (RUNS * each.steps) / each.runs, 0));

/** Whether it came out well. Jest says on stderr what did not. */
function run(tests, env) {
  const jest = [path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--selectProjects', 'unit', ...tests];
  const options = { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] };
  return spawnSync(process.execPath, [...jest, '--testTimeout', '3600000', '--silent'], options).status === 0;
}

function fail(what) {
  console.error(what);
  process.exit(1);
}

if (!run(['--testRegex', 'rehearsal/walk-sabotages\\.long\\.spec\\.ts$'], {})) fail('the walks do not find what is out of order');
console.log(`from seed ${first} on, ${perSeed.toLocaleString('en')} steps each`);
for (let seed = Number(first), walked = 0; walked < Number(steps); seed += 1) {
  if (!run(['--testPathPatterns', walks], { WALK_RUNS: String(RUNS), WALK_SEED: String(seed) }))
    fail(`seed ${seed} failed; again: npm run test:long -- --steps 1 --seed ${seed}`);
  walked += perSeed;
  console.log(`seed ${seed}: ${walked.toLocaleString('en')} steps of ${Number(steps).toLocaleString('en')}, nothing found`);
}
