'use strict';
/**
 * The built-in PostgreSQL: one folder, one server on loopback, started by us and stopped by us. After a `kill -9` the server may still run
 * (an orphan) or have left its lock behind; both are put right at the next start.
 */
const { spawn } = require('node:child_process');
const { createHash, randomBytes } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { endProcess, isOurs, pause, run } = require('../processes');
const { postgresFiles } = require('./postgres-files');
const { anyPort } = require('../ports');
const { Stop } = require('../say');

/**
 * @typedef {{ child: import('node:child_process').ChildProcess, url: string, port: number, folder: string, urlOf: (database: string) => string,
 *   stop: () => Promise<void> }} PostgresServer
 * @typedef {{ root: string, folder: string, port?: number, flags?: readonly string[], database?: string, log?: (line: string) => void }} PostgresOptions
 */

/** Bytes that the path of a socket may have, less the name that PostgreSQL gives it. */
const SOCKET_PATH = 100 - '/.s.PGSQL.65535'.length;

/**
 * Our own processes reach the server by a socket in its folder: it costs less than a TCP connection. Windows has none that `pg` knows.
 * @param {string} folder @returns {boolean} whether there is one
 */
const hasSocket = (folder) => process.platform !== 'win32' && Buffer.byteLength(folder) <= SOCKET_PATH;

const exe = process.platform === 'win32' ? '.exe' : '';

/** @param {string} root @param {string} wanted @returns {string} the folder of the data, where the user that runs the server can reach it */
function dataBeside(root, wanted) {
  const files = postgresFiles(root);
  const parent = path.dirname(wanted);
  fs.mkdirSync(parent, { recursive: true });
  if (files.uid !== undefined) fs.chmodSync(parent, (fs.statSync(parent).mode & 0o777) | 0o011);
  if (files.reachable(parent)) return wanted;
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  return path.join(files.shelf, 'data', `${path.basename(path.dirname(path.dirname(wanted)))}-${name}`);
}

/** @param {string} folder @returns {{ pid: number, ready: boolean } | null} */
function readLock(folder) {
  try {
    const lines = fs.readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return null;
  }
}

/** Ends the orphan of an earlier start, if there is one, and takes away its lock and its socket. @param {string} folder */
async function endOrphan(folder) {
  const lock = readLock(folder);
  if (!lock) return;
  if (isOurs(lock.pid, folder)) await endProcess(lock.pid, folder, { signal: 'SIGINT', graceMs: 20_000 });
  const left = fs.readdirSync(folder).filter((name) => name === 'postmaster.pid' || name.startsWith('.s.PGSQL.'));
  for (const name of left) fs.rmSync(path.join(folder, name), { force: true });
}

/**
 * Creates the cluster in a folder beside and gives it its name only when it is whole.
 * @param {{ programs: string, uid?: number, gid?: number }} files
 * @param {string} folder
 * @param {string} database
 */
async function initialise(files, folder, database) {
  const partial = `${folder}.partial`;
  fs.rmSync(partial, { recursive: true, force: true });
  fs.mkdirSync(path.dirname(partial), { recursive: true, mode: 0o755 });
  fs.mkdirSync(partial, { mode: 0o700 });
  const passwordFile = path.join(partial, '..', `.password-${process.pid}`);
  const password = randomBytes(24).toString('hex');
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (files.uid !== undefined && files.gid !== undefined)
    for (const file of [partial, passwordFile]) fs.chownSync(file, files.uid, files.gid);
  const as = { uid: files.uid, gid: files.gid, cwd: path.dirname(partial), env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } };
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    await run(
      path.join(files.programs, `initdb${exe}`),
      ['-D', partial, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync', ...locale],
      as,
    );
    await run(path.join(files.programs, `postgres${exe}`), ['--single', '-D', partial, 'postgres'], {
      ...as,
      input: `CREATE DATABASE ${database}\n`,
    });
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  fs.writeFileSync(path.join(partial, 'countersign.password'), password, { mode: 0o600 });
  fs.renameSync(partial, folder);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} folder
 * @param {string[]} lines what it said
 */
async function untilReady(child, folder, lines) {
  for (const until = Date.now() + 120_000; Date.now() < until; await pause(20)) {
    if (child.exitCode !== null || child.signalCode !== null) break;
    const lock = readLock(folder);
    if (lock?.ready && lock.pid === child.pid) return;
  }
  child.kill('SIGKILL');
  throw new Stop(`PostgreSQL 没有启动：\n${lines.slice(-12).join('\n')}`, 'PostgreSQL did not start; its last lines are above.');
}

/**
 * @param {PostgresOptions} options
 * @returns {Promise<PostgresServer>}
 */
async function startPostgres({ root, folder: wanted, port: askedPort, flags = [], database = 'countersign', log }) {
  const files = postgresFiles(root);
  const folder = dataBeside(root, wanted);
  await endOrphan(folder);
  if (!fs.existsSync(path.join(folder, 'PG_VERSION'))) await initialise(files, folder, database);
  const port = askedPort ?? (await anyPort());
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: hasSocket(folder) ? `"${folder.replaceAll('"', '""')}"` : '',
    max_connections: 200,
    // Errors repeat values and statements; the program that made one has its own, shorter line about it.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    timezone: 'UTC',
    log_timezone: 'UTC',
  };
  const args = ['-D', folder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]), ...flags];
  const child = spawn(path.join(files.programs, `postgres${exe}`), args, {
    uid: files.uid,
    gid: files.gid,
    cwd: folder,
    // A group of its own: Ctrl-C at the terminal reaches the launcher only, which stops things in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
  });
  /** @type {string[]} */
  const lines = [];
  const read = (/** @type {Buffer} */ chunk) => {
    for (const line of chunk.toString('utf8').split('\n').filter(Boolean)) {
      lines.push(line);
      if (lines.length > 200) lines.shift();
      log?.(line);
    }
  };
  child.stdout?.on('data', read);
  child.stderr?.on('data', read);
  child.on('error', (error) => lines.push(error.message));
  await untilReady(child, folder, lines);
  return describe(child, folder, port, database);
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} folder
 * @param {number} port
 * @param {string} database
 * @returns {PostgresServer}
 */
function describe(child, folder, port, database) {
  const password = fs.readFileSync(path.join(folder, 'countersign.password'), 'utf8');
  const socket = hasSocket(folder) ? `?host=${encodeURIComponent(folder)}` : '';
  const urlOf = (/** @type {string} */ name) => `postgres://postgres:${password}@127.0.0.1:${port}/${name}${socket}`;
  const stop = async () => {
    if (child.pid && child.exitCode === null && child.signalCode === null)
      await endProcess(child.pid, folder, { signal: 'SIGINT', graceMs: 20_000 });
  };
  return { child, port, folder, url: urlOf(database), urlOf, stop };
}

module.exports = { startPostgres, dataBeside, endOrphan };
