'use strict';
/**
 * `npm run simulate -- --seeds 10000 --from 1 --at-once 2`: the protocol under that many orders, in so many processes, each with a server of its own; a
 * seed that fails tells its story and plays again by `--seeds 1 --from <seed>`.
 */
const { spawn } = require('node:child_process');
const { availableParallelism } = require('node:os');
const path = require('node:path');
const { parseArgs } = require('node:util');

const root = path.resolve(__dirname, '..', '..');
const options = {
  seeds: { type: 'string', default: '10000' },
  from: { type: 'string', default: '1' },
  'at-once': { type: 'string', default: String(availableParallelism()) },
};
const { values } = parseArgs({ options });
for (const [name, value] of Object.entries(values))
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Error(`Expected --${name} to be a whole number from 1, but got ${value}`);

const [seeds, from] = [Number(values.seeds), Number(values.from)];
const shares = Math.min(Number(values['at-once']), seeds);
const begins = (share) => Math.floor((share * seeds) / shares);

/** Answers with the code of a process that plays one share of the seeds. */
function play(share) {
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const args = [jest, '--selectProjects', 'simulation', '--testNamePattern', 'loses nothing', '--forceExit'];
  const own = { SIMULATE_SEEDS: String(begins(share + 1) - begins(share)), SIMULATE_FROM: String(from + begins(share)) };
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...own }, stdio: 'inherit' });
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 1)));
}

const began = Date.now();
void Promise.all(Array.from({ length: shares }, (_, share) => play(share))).then((codes) => {
  const seconds = (Date.now() - began) / 1_000;
  console.log(`${seeds} schedules in ${seconds.toFixed(0)} s, ${(seeds / seconds).toFixed(1)} a second`);
  process.exit(Math.max(...codes));
});
