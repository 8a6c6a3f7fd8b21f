'use strict';
/** What the demo people begin before a newcomer looks, beside the running product: nothing waits for it, and nobody misses it where it fails. */
const { startApp } = require('./node-app');
const { say } = require('../say');

/** Whether anything is still to be begun. @param {string} loaded what `cli seed-demo` printed */
const isStoryDue = (loaded) => loaded.includes('"storyDue":true');

/**
 * @param {{ script: string, env: NodeJS.ProcessEnv, cwd: string, log: string, address: string }} what
 * @returns {import('./supervisor').Supervised} a part that ends by itself
 */
function beginStory({ script, env, cwd, log, address }) {
  const { child, stop } = startApp({ script, args: ['play-demo', address], env, cwd, log });
  const state = { stopping: false };
  child.on('exit', (code) => {
    if (state.stopping) return;
    if (code === 0)
      say('演示人物已经办了几件事，可看门店、督办和用时', 'the demo people have begun a few things: see Stores, Track and Time spent');
    else
      say(
        '演示的申请没有全部建好，不影响使用',
        `not everything that the demo people were to begin has come about; the product works all the same (${log})`,
      );
  });
  return { name: 'demo', crashes: () => 0, stop: () => ((state.stopping = true), stop()) };
}

module.exports = { isStoryDue, beginStory };
