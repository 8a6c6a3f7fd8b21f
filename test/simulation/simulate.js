'use strict';
/** `npm run simulate -- --seeds 10000 --from 1`: the protocol under that many orders; a seed that fails tells its story and plays again by `--seeds 1 --from <seed>`. */
const { spawn } = require('node:child_process');
const path = require('node:path');
const { parseArgs } = require('node:util');

const root = path.resolve(__dirname, '..', '..');
const { values } = parseArgs({ options: { seeds: { type: 'string', default: '10000' }, from: { type: 'string', default: '1' } } });
for (const [name, value] of Object.entries(values))
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Error(`Expected --${name} to be a whole number from 1, but got ${value}`);

const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const args = [jest, '--selectProjects', 'simulation', '--testNamePattern', 'loses nothing', '--forceExit'];
const env = { ...process.env, SIMULATE_SEEDS: values.seeds, SIMULATE_FROM: values.from };
spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).on('close', (code) => process.exit(code ?? 1));
