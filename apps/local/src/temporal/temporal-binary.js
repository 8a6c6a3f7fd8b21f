'use strict';
/** Finds a Temporal server, in this order: named · on PATH · in the cache · downloaded · built. The first one that is new enough wins. */
const fs = require('node:fs');
const path = require('node:path');
const { cacheFolder } = require('../places');
const { say, step, Stop } = require('../say');
const { alone, cached, keep, placeIn, serverVersion } = require('./temporal-cache');
const { buildWithGo, hasGo } = require('./temporal-build');
const { download } = require('./temporal-download');

/** @param {NodeJS.ProcessEnv} env @returns {string | null} */
function onPath(env) {
  const names = process.platform === 'win32' ? ['temporal.exe'] : ['temporal'];
  for (const folder of (env.PATH ?? '').split(path.delimiter).filter(path.isAbsolute)) {
    for (const name of names) if (fs.existsSync(path.join(folder, name))) return path.join(folder, name);
  }
  return null;
}

/** @param {NodeJS.ProcessEnv} env @returns {Promise<string | null>} a binary that the person named or installed */
async function given(env) {
  const named = env.TEMPORAL_CLI_PATH;
  if (named) {
    if (await serverVersion(named)) return named;
    throw new Stop(
      `TEMPORAL_CLI_PATH=${named} 不是可用的 Temporal（需要服务器版本 1.31 或更高）。`,
      `TEMPORAL_CLI_PATH=${named} is not a Temporal command line with a server of at least 1.31.`,
    );
  }
  const found = onPath(env);
  return found && (await serverVersion(found)) ? found : null;
}

/**
 * @param {string} cache
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | null>}
 */
async function fromDownload(cache, env) {
  let detail = '';
  try {
    return await step({ zh: '下载 Temporal', en: 'downloading Temporal', detail: () => detail, everyMs: 5_000 }, async () =>
      keep(cache, await download({ cache, from: env.TEMPORAL_DOWNLOAD_URL, progress: (text) => (detail = text) }), 'download'),
    );
  } catch (error) {
    say(
      '无法下载 Temporal，改用其他方式',
      `Temporal could not be downloaded (${error instanceof Error ? error.message : error}); trying another way`,
    );
    return null;
  }
}

/** @param {string} root @param {string} cache @param {NodeJS.ProcessEnv} env @returns {Promise<string | null>} */
async function fromGo(root, cache, env) {
  if (!(await hasGo(env))) return null;
  let detail = '';
  const progress = (/** @type {string} */ text) => void (detail = text);
  const what = { zh: '用 Go 编译 Temporal（仅一次，约五至十分钟）', en: 'building Temporal with Go (once, five to ten minutes)' };
  try {
    return await step({ ...what, detail: () => detail, everyMs: 5_000 }, async () =>
      keep(cache, await buildWithGo({ root, cache, env, progress }), 'go build'),
    );
  } catch (error) {
    say('用 Go 编译 Temporal 失败', `Temporal could not be built: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}

/** What an attempt that was cut off left behind is in the way of nobody, but large. @param {string} cache */
function removeLeftovers(cache) {
  const { folder } = placeIn(cache);
  for (const name of fs.readdirSync(folder)) if (name.endsWith('.partial')) fs.rmSync(path.join(folder, name), { force: true });
}

/**
 * @param {{ root: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<string>} the path of a Temporal command line whose server is new enough
 */
async function temporalBinary({ root, env = process.env }) {
  const cache = cacheFolder(env);
  const present = (await given(env)) ?? (await cached(cache));
  if (present) return present;
  return alone(cache, async () => {
    removeLeftovers(cache);
    const binary = (await cached(cache)) ?? (await fromDownload(cache, env)) ?? (await fromGo(root, cache, env));
    if (binary) return binary;
    throw new Stop(
      '找不到 Temporal 服务器。可选：设置 TEMPORAL_ADDRESS 使用已有服务器；设置 TEMPORAL_CLI_PATH 或把 temporal 放入 PATH（服务器 ≥ 1.31）；允许访问 temporal.download；或安装 Go 1.26 以便在本机编译。',
      'No Temporal server was found. Ways out: set TEMPORAL_ADDRESS to a server of yours; set TEMPORAL_CLI_PATH or put temporal (server 1.31 or newer) on PATH; allow access to temporal.download; or install Go 1.26 so that it can be built here.',
    );
  });
}

module.exports = { temporalBinary };
