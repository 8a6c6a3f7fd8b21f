'use strict';
/**
 * `npm run cli -- <command>`: the command line of the api (migrate, verify-journal, reset-password …). With DATABASE_URL set it works on that
 * database; without, on the one of the `npm start` that is running on the data folder. Without a command it says which there are.
 */
const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const path = require('node:path');
const { scriptOf } = require('./src/build/built');
const { dataFolder, root } = require('./src/places');
const { runningOn } = require('./src/run/run-state');

const [command] = process.argv.slice(2);
const script = path.join(root, scriptOf('api', 'cli.js'));
const asksWhatThereIs = (command === undefined || command === '--help') && existsSync(script);
const running = process.env.DATABASE_URL ? null : runningOn(dataFolder());
if (!asksWhatThereIs && !process.env.DATABASE_URL && !running?.env) {
  console.error('没有正在运行的系统：请先 npm start，或设置 DATABASE_URL 和 TEMPORAL_ADDRESS。');
  console.error('Nothing is running: npm start first, or set DATABASE_URL and TEMPORAL_ADDRESS.');
  process.exit(2);
}
const args = [script, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...running?.env } });
process.exit(status ?? 1);
