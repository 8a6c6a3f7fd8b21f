'use strict';
/** One process at a time does a thing; the others wait. A lock whose process is gone is taken over. */
const fs = require('node:fs');
const path = require('node:path');
const { isOurs, pause } = require('./processes');
const { say } = require('./say');

/** @param {string} lock @returns {boolean} whether the lock is ours now */
function take(lock) {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const owner = fs.existsSync(lock) ? Number(fs.readFileSync(lock, 'utf8')) : 0;
    if (owner && !isOurs(owner, 'node')) fs.rmSync(lock, { force: true });
    return false;
  }
}

/**
 * @template T
 * @param {string} lock a file
 * @param {{ zh: string, en: string }} waiting what to say while another process has it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function withLock(lock, waiting, work) {
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  for (let told = false; !take(lock); await pause(200)) {
    if (!told && fs.existsSync(lock)) say(waiting.zh, waiting.en);
    told ||= fs.existsSync(lock);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

module.exports = { withLock };
