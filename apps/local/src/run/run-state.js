'use strict';
/** What is running on a data folder, so that a second start refuses and the command line finds the database. Readable by its owner only. */
const fs = require('node:fs');
const path = require('node:path');
const { isOurs } = require('../processes');
const { Stop } = require('../say');

/** @typedef {{ pid: number, address?: string, env?: Record<string, string> }} RunState */

/** @param {string} data */
const fileOf = (data) => path.join(data, 'run.json');

/** @param {string} data @returns {RunState | null} the launcher that runs on this folder, null when none does */
function runningOn(data) {
  try {
    const state = JSON.parse(fs.readFileSync(fileOf(data), 'utf8'));
    return state.pid !== process.pid && isOurs(state.pid, 'start.js') ? state : null;
  } catch {
    return null;
  }
}

/** @param {string} data @param {Omit<RunState, 'pid'>} [more] */
function write(data, more = {}) {
  fs.mkdirSync(data, { recursive: true, mode: 0o700 });
  fs.writeFileSync(`${fileOf(data)}.partial`, JSON.stringify({ pid: process.pid, ...more }, null, 2), { mode: 0o600 });
  fs.renameSync(`${fileOf(data)}.partial`, fileOf(data));
}

/** Takes the folder for this launcher. @param {string} data */
function claim(data) {
  const other = runningOn(data);
  if (other) {
    throw new Stop(
      `已在运行（进程 ${other.pid}，${other.address ?? '正在启动'}）。`,
      `It is running already (process ${other.pid}, ${other.address ?? 'starting'}).`,
    );
  }
  write(data);
}

/** @param {string} data */
const release = (data) => fs.rmSync(fileOf(data), { force: true });

module.exports = { claim, release, runningOn, write };
