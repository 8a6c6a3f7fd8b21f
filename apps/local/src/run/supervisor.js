'use strict';
/** Keeps a part running: when it ends by itself it is started again, later each time, and the person is told. */
const { pause } = require('../processes');
const { say } = require('../say');

/**
 * @typedef {{ child: import('node:child_process').ChildProcess, stop: () => Promise<void> }} Running
 * @typedef {{ name: string, crashes: () => number, stop: () => Promise<void> }} Supervised
 */

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** After so long without a crash the next one counts as the first again. */
const HEALTHY_MS = 60_000;

/**
 * @template {Running} T
 * @param {string} name
 * @param {() => Promise<T>} start
 * @returns {Promise<{ first: T, supervised: Supervised }>} rejects when the first start fails
 */
async function supervise(name, start) {
  const first = await start();
  /** @type {{ current: Running | null, stopping: boolean, crashes: number, recent: number, since: number }} */
  const state = { current: first, stopping: false, crashes: 0, recent: 0, since: Date.now() };

  const again = async () => {
    while (!state.stopping) {
      const wait = Math.min(FIRST_WAIT_MS * 2 ** state.recent, LONGEST_WAIT_MS);
      state.crashes += 1;
      state.recent += 1;
      say(`${name} 意外退出，${wait / 1000} 秒后重启`, `${name} ended unexpectedly; starting it again in ${wait / 1000} s`);
      await pause(wait);
      if (state.stopping) return;
      try {
        const running = await start();
        say(`${name} 已重新启动`, `${name} runs again`);
        watch(running);
        return;
      } catch (error) {
        say(`${name} 未能重启`, `${name} did not start: ${error instanceof Error ? error.message : error}`);
      }
    }
  };

  const watch = (/** @type {Running} */ running) => {
    state.current = running;
    state.since = Date.now();
    const ended = () => {
      state.current = null;
      if (Date.now() - state.since > HEALTHY_MS) state.recent = 0;
      if (!state.stopping) void again();
    };
    if (running.child.exitCode !== null || running.child.signalCode !== null) ended();
    else running.child.once('exit', ended);
  };
  watch(first);

  const stop = async () => {
    state.stopping = true;
    await state.current?.stop();
  };
  return { first, supervised: { name, crashes: () => state.crashes, stop } };
}

module.exports = { supervise };
