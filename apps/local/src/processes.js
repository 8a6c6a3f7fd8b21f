'use strict';
/** Child processes: run one to its end, know whether a process id is still the one that we started, stop it. */
const { spawn, execFileSync } = require('node:child_process');
const { readFileSync } = require('node:fs');

/** Some tools colour their messages whatever they are told. @param {string} text */
const withoutColours = (text) => text.replace(/\u001b\[[0-9;]*m/g, '');

/**
 * Runs a command to its end; where it fails, rejects with its last lines, and with its `code` and `output` beside them.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { onLine?: (line: string) => void, input?: string, timeoutMs?: number }} [options]
 * @returns {Promise<string>} what it printed, both streams
 */
function run(file, args, { onLine, input, timeoutMs, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
    const timer = timeoutMs ? setTimeout(() => child.kill('SIGKILL'), timeoutMs) : undefined;
    const leaveNothing = () => child.kill();
    process.once('exit', leaveNothing);
    let output = '';
    const read = (/** @type {Buffer} */ chunk) => {
      const text = chunk.toString('utf8');
      output = (output + text).slice(-200_000);
      if (onLine) for (const line of text.split('\n')) if (line.trim()) onLine(line);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input ?? '');
    child.on('error', (error) => (clearTimeout(timer), reject(error)));
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      process.removeListener('exit', leaveNothing);
      if (code === 0) return resolve(output);
      const last = withoutColours(output).trim().split('\n').slice(-25).join('\n');
      const failure = new Error(
        `Expected \`${[file, ...args].join(' ').slice(0, 200)}\` to succeed, but it ended with ${signal ?? code}:\n${last}`,
      );
      reject(Object.assign(failure, { code, output: withoutColours(output) }));
    });
  });
}

/** @param {number} pid @returns {string | null} the command line of a living process, null when there is none */
function commandLine(pid) {
  try {
    if (process.platform !== 'linux') return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
    if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) return null;
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim() || null;
  } catch {
    return null;
  }
}

/**
 * Is the process id still the process that we mean? An id alone is not enough: after a restart of the machine it may be anybody's.
 * @param {number} pid
 * @param {string} mark a piece of the command line that only our process has
 */
function isOurs(pid, mark) {
  return commandLine(pid)?.includes(mark) ?? false;
}

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Asks a process to end, waits, and ends it by force when it does not listen. Only ever for a process that `isOurs`.
 * @param {number} pid
 * @param {string} mark
 * @param {{ signal?: NodeJS.Signals, graceMs?: number }} [how]
 */
async function endProcess(pid, mark, { signal = 'SIGTERM', graceMs = 10_000 } = {}) {
  for (const [name, wait] of /** @type {[NodeJS.Signals, number][]} */ ([
    [signal, graceMs],
    ['SIGKILL', 5_000],
  ])) {
    if (!isOurs(pid, mark)) return;
    try {
      process.kill(pid, name);
    } catch {
      return;
    }
    for (const until = Date.now() + wait; Date.now() < until && isOurs(pid, mark);) await pause(25);
  }
}

module.exports = { run, isOurs, endProcess, pause, commandLine };
