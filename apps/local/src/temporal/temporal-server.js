'use strict';
/** The built-in Temporal: the development server of the command line, with its histories in a file of the data folder, on loopback only. */
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');
const { endProcess, pause, run } = require('../processes');
const { anyPort, answers } = require('../ports');
const { Stop } = require('../say');

/**
 * @typedef {{ child: import('node:child_process').ChildProcess, address: string, uiAddress: string | null, stop: () => Promise<void> }} TemporalServer
 * @typedef {{ binary: string, folder: string, port?: number, uiPort?: number, ui?: boolean, namespace?: string, log?: (line: string) => void }} TemporalOptions
 */

/** Closed histories stay readable for a month; the journal in PostgreSQL keeps everything for good. */
const RETENTION = '720h';

/** @param {string} folder @returns {[string, string]} the database file and the file that names the process */
const filesIn = (folder) => [path.join(folder, 'temporal.db'), path.join(folder, 'temporal.pid')];

/** Histories hold whole forms: nobody but their owner may read them. An older version left its files open. @param {string} folder */
function closeToOthers(folder) {
  fs.mkdirSync(folder, { recursive: true });
  const left = fs.readdirSync(folder).filter((name) => name.startsWith('temporal.'));
  for (const name of left) fs.chmodSync(path.join(folder, name), 0o600);
}

/** What a process started here creates is its owner's alone. @template T @param {() => T} start @returns {T} */
function privately(start) {
  const before = process.umask(0o077);
  try {
    return start();
  } finally {
    process.umask(before);
  }
}

/** Ends the orphan of an earlier start: two servers on one file would spoil it. @param {string} folder */
async function endOrphan(folder) {
  const [mark, pidFile] = filesIn(folder);
  if (!fs.existsSync(pidFile)) return;
  const pid = Number(fs.readFileSync(pidFile, 'utf8'));
  if (pid) await endProcess(pid, mark);
  fs.rmSync(pidFile, { force: true });
}

/**
 * @param {string} binary
 * @param {string} address
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} namespace
 */
async function untilReady(binary, address, child, namespace) {
  const port = Number(address.split(':')[1]);
  for (const until = Date.now() + 60_000; Date.now() < until && child.exitCode === null && child.signalCode === null; await pause(50)) {
    if (!(await answers(port))) continue;
    const args = ['operator', 'namespace', 'update', '--namespace', namespace, '--retention', RETENTION, '--address', address];
    const done = await run(binary, args, { timeoutMs: 10_000, env: environment() }).then(
      () => true,
      () => false,
    );
    if (done) return;
  }
  throw new Stop('Temporal 没有启动，上面是它最后的输出。', 'Temporal did not start; its last lines are above.');
}

/** The command line reads a configuration of the user (address, TLS, keys) that has nothing to do with this server. */
function environment() {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_'));
  return { ...Object.fromEntries(kept), TEMPORAL_DISABLE_CONFIG_FILE: '1' };
}

/**
 * @param {TemporalOptions} options
 * @returns {Promise<TemporalServer>}
 */
async function startTemporal({ binary, folder, port: askedPort, uiPort: askedUiPort, ui = true, namespace = 'default', log }) {
  closeToOthers(folder);
  const [file, pidFile] = filesIn(folder);
  await endOrphan(folder);
  const port = askedPort ?? (await anyPort());
  const uiPort = ui ? (askedUiPort ?? (await anyPort())) : 0;
  const where = ['--ip', '127.0.0.1', '--port', String(port), '--db-filename', file, '--namespace', namespace];
  const shown = ui ? ['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort)] : ['--headless'];
  const child = privately(() =>
    spawn(binary, ['server', 'start-dev', ...where, ...shown, '--log-level', 'error'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C at the terminal reaches the launcher only, which stops things in order.
      detached: true,
      env: environment(),
    }),
  );
  const read = (/** @type {Buffer} */ chunk) =>
    chunk
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .forEach((line) => log?.(line));
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  child.on('error', (error) => log?.(error.message));
  if (child.pid) fs.writeFileSync(pidFile, String(child.pid), { mode: 0o600 });
  const stop = async () => {
    if (child.pid && child.exitCode === null && child.signalCode === null) await endProcess(child.pid, file);
    fs.rmSync(pidFile, { force: true });
  };
  const address = `127.0.0.1:${port}`;
  await untilReady(binary, address, child, namespace).catch(async (error) => {
    await stop();
    throw error;
  });
  return { child, address, uiAddress: ui ? `http://127.0.0.1:${uiPort}` : null, stop };
}

module.exports = { startTemporal, endOrphan };
