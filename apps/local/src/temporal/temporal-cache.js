'use strict';
/**
 * The Temporal binary in the user's cache. A file there is run only when its stamp, written after it was whole, names its sha256, and when the
 * file and its folder belong to the user. Whatever else lies there (half-finished, altered, somebody else's) is never executed.
 */
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { withLock } = require('../lock');
const { run } = require('../processes');

/** The version of the command line that go.mod pins; a new one gets a new place. */
const CLI_VERSION = '1.8.2';
/** Older servers fail a workflow task when an update meets a workflow that has left the worker's cache. */
const OLDEST_SERVER = { major: 1, minor: 31 };

/** @param {string} cache @returns {{ folder: string, binary: string, stamp: string }} */
function placeIn(cache) {
  const folder = path.join(cache, 'temporal', `${CLI_VERSION}-${os.platform()}-${os.arch()}`);
  return {
    folder,
    binary: path.join(folder, os.platform() === 'win32' ? 'temporal.exe' : 'temporal'),
    stamp: path.join(folder, 'stamp.json'),
  };
}

/** @param {string} file @returns {Promise<string>} sha256, hex */
async function fingerprint(file) {
  const hash = createHash('sha256');
  for await (const chunk of fs.createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest('hex');
}

/** @param {string} file @returns {boolean} a regular file of this user that nobody else can write */
function isMine(file) {
  const stat = fs.lstatSync(file);
  const uid = process.getuid?.();
  return (stat.isFile() || stat.isDirectory()) && (uid === undefined || (stat.uid === uid && (stat.mode & 0o022) === 0));
}

/**
 * Runs `--version` of a binary that somebody named or that was verified.
 * @param {string} binary
 * @returns {Promise<string | null>} the server's version when it is new enough
 */
async function serverVersion(binary) {
  const output = await run(binary, ['--version'], { timeoutMs: 20_000 }).catch(() => '');
  const found = /Server (\d+)\.(\d+)\.(\d+)/.exec(output);
  if (!found) return null;
  const [major = 0, minor = 0] = [Number(found[1]), Number(found[2])];
  const newEnough = major > OLDEST_SERVER.major || (major === OLDEST_SERVER.major && minor >= OLDEST_SERVER.minor);
  return newEnough ? `${found[1]}.${found[2]}.${found[3]}` : null;
}

/** @param {string} cache @returns {Promise<string | null>} the binary when it is whole and ours */
async function cached(cache) {
  const { folder, binary, stamp } = placeIn(cache);
  try {
    if (![folder, binary, stamp].every(isMine)) return null;
    const { sha256, version } = JSON.parse(fs.readFileSync(stamp, 'utf8'));
    if (version !== CLI_VERSION || sha256 !== (await fingerprint(binary))) return null;
  } catch {
    return null;
  }
  return (await serverVersion(binary)) ? binary : null;
}

/**
 * Puts a finished file into the cache: verified first, renamed in one move, stamped last.
 * @param {string} cache
 * @param {string} file on the same disk as the cache
 * @param {string} source where it came from, for the stamp
 * @returns {Promise<string>}
 */
async function keep(cache, file, source) {
  const { binary, stamp } = placeIn(cache);
  fs.chmodSync(file, 0o755);
  const server = await serverVersion(file);
  if (!server)
    throw new Error(`Expected a Temporal server of at least ${OLDEST_SERVER.major}.${OLDEST_SERVER.minor}, but ${source} is not one`);
  const sha256 = await fingerprint(file);
  fs.rmSync(stamp, { force: true });
  fs.renameSync(file, binary);
  fs.writeFileSync(`${stamp}.partial`, JSON.stringify({ version: CLI_VERSION, server, sha256, source }, null, 2), { mode: 0o644 });
  fs.renameSync(`${stamp}.partial`, stamp);
  return binary;
}

/**
 * One process at a time fills the cache; the others wait and then find it filled.
 * @template T
 * @param {string} cache
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
function alone(cache, work) {
  const waiting = { zh: '另一个进程正在准备 Temporal，等待中', en: 'another process is preparing Temporal; waiting for it' };
  return withLock(path.join(placeIn(cache).folder, 'lock'), waiting, work);
}

module.exports = { CLI_VERSION, placeIn, cached, keep, alone, serverVersion };
