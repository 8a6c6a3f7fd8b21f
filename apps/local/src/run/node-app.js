'use strict';
/** Runs a built app (api, worker) as a child of the launcher, its output in a file of the data folder. */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { endProcess } = require('../processes');

const LARGEST_LOG = 20_000_000;
/** Room for young objects: with the default a busy process collects them many times a second, with every processor's help. The Dockerfile says the same. */
const NODE_FLAGS = ['--max-semi-space-size=32'];

/** @param {string} file @returns {number} a descriptor to append to; a log that has grown large becomes `<name>.1` */
function openLog(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  if (fs.existsSync(file) && fs.statSync(file).size > LARGEST_LOG) fs.renameSync(file, `${file}.1`);
  return fs.openSync(file, 'a', 0o600);
}

/**
 * @param {{ script: string, args?: readonly string[], env: NodeJS.ProcessEnv, cwd: string, log: string }} options
 * @returns {import('./supervisor').Running}
 */
function startApp({ script, args = [], env, cwd, log }) {
  const output = openLog(log);
  const child = spawn(process.execPath, [...NODE_FLAGS, '--require', path.join(__dirname, 'leave-with-parent.js'), script, ...args], {
    cwd,
    env,
    // A group of its own: Ctrl-C at the terminal reaches the launcher only, which stops things in order.
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  child.on('error', (error) => fs.writeSync(output, `${error.message}\n`));
  child.on('exit', () => fs.close(output, () => undefined));
  const stop = async () => {
    if (child.pid && child.exitCode === null && child.signalCode === null) await endProcess(child.pid, script);
  };
  return { child, stop };
}

/** @param {string} file @param {number} [count] @returns {string} the last lines of a log */
function lastLines(file, count = 20) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n') : '';
}

module.exports = { NODE_FLAGS, startApp, openLog, lastLines };
