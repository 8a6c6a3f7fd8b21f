'use strict';
/** Builds the Temporal command line from the Go module proxy; go.mod and go.sum in `apps/local/temporal-server` pin every module. */
const path = require('node:path');
const { CLI_VERSION, placeIn } = require('./temporal-cache');
const { run } = require('../processes');

const COMMAND = 'github.com/temporalio/cli/cmd/temporal';
/** How many packages a build from nothing compiles, near enough for a progress figure. */
const PACKAGES = 1_500;

/** @param {NodeJS.ProcessEnv} env @returns {Promise<boolean>} whether a Go that is new enough is there */
async function hasGo(env) {
  const output = await run('go', ['version'], { timeoutMs: 10_000, env }).catch(() => '');
  const [, major = '0', minor = '0'] = /go(\d+)\.(\d+)/.exec(output) ?? [];
  return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 26);
}

/**
 * @param {{ root: string, cache: string, env: NodeJS.ProcessEnv, progress?: (text: string) => void }} options
 * @returns {Promise<string>} a file beside its place in the cache, not yet verified
 */
async function buildWithGo({ root, cache, env, progress = () => undefined }) {
  const partial = `${placeIn(cache).binary}.${process.pid}.partial`;
  let compiled = 0;
  const onLine = (/** @type {string} */ line) => {
    if (line.startsWith('go: downloading ')) return progress(line.slice(4).trim());
    compiled += 1;
    progress(`${compiled} / ~${PACKAGES}: ${line.trim()}`);
  };
  const flags = `-s -w -X github.com/temporalio/cli/internal/temporalcli.Version=${CLI_VERSION}`;
  await run('go', ['build', '-v', '-trimpath', '-ldflags', flags, '-o', partial, COMMAND], {
    cwd: path.join(root, 'apps', 'local', 'temporal-server'),
    env: { ...env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly', GOWORK: 'off' },
    onLine,
  });
  return partial;
}

module.exports = { buildWithGo, hasGo };
