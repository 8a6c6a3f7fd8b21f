'use strict';
/** What the launcher tells the person at the terminal: both languages, with the seconds since the start. Never a secret, except where a link is the answer. */

const startedAt = process.hrtime.bigint();

/** @returns {string} seconds since the launcher started, padded */
function seconds() {
  return `${(Number(process.hrtime.bigint() - startedAt) / 1e9).toFixed(1).padStart(6)} s`;
}

/**
 * @param {string} zh
 * @param {string} en
 */
function say(zh, en) {
  process.stdout.write(`${seconds()}  ${zh} · ${en}\n`);
}

/** @param {string} line */
function sayPlain(line) {
  process.stdout.write(`${line}\n`);
}

/**
 * Says that something is still going on, once in a while, until the promise settles.
 * @template T
 * @param {{ zh: string, en: string, everyMs?: number, detail?: () => string }} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function step(what, work) {
  const begun = Date.now();
  const took = () => ((Date.now() - begun) / 1000).toFixed(1);
  say(`${what.zh}…`, `${what.en} …`);
  const beat = setInterval(() => {
    const detail = what.detail?.() ?? '';
    say(`${what.zh}，已 ${took()} 秒 ${detail}`, `still at it, ${took()} s`);
  }, what.everyMs ?? 10_000);
  try {
    const result = await work();
    say(`${what.zh}：完成（${took()} 秒）`, `done in ${took()} s`);
    return result;
  } finally {
    clearInterval(beat);
  }
}

/** An end that the person can do something about: said in both languages, without a stack. */
class Stop extends Error {
  /**
   * @param {string} zh
   * @param {string} en
   */
  constructor(zh, en) {
    super(`${zh}\n${en}`);
    this.name = 'Stop';
  }
}

module.exports = { say, sayPlain, step, Stop };
