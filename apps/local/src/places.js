'use strict';
/** Where things lie: the checkout, the data folder, the cache of the user. Pure except for reading the environment. */
const os = require('node:os');
const path = require('node:path');

const root = path.resolve(__dirname, '..', '..', '..');

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} the data folder: `.data` in the checkout unless COUNTERSIGN_DATA names another
 */
function dataFolder(env = process.env) {
  return env.COUNTERSIGN_DATA ? path.resolve(env.COUNTERSIGN_DATA) : path.join(root, '.data');
}

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string} the cache that outlives a checkout
 */
function cacheFolder(env = process.env) {
  return path.join(env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'countersign');
}

module.exports = { root, dataFolder, cacheFolder };
