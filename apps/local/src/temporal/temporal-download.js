'use strict';
/** The official download of the Temporal command line, by plain https; gives up quickly where there is no way out. */
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { gunzipSync } = require('node:zlib');
const { CLI_VERSION, placeIn } = require('./temporal-cache');

const ARCH = /** @type {Record<string, string>} */ ({ x64: 'amd64', arm64: 'arm64' });

/** @param {string} address @param {number} firstByteMs */
async function open(address, firstByteMs) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), firstByteMs);
  const answer = await fetch(address, { signal: stop.signal, redirect: 'follow' }).finally(() => clearTimeout(timer));
  if (!answer.ok || !answer.body) throw new Error(`Expected ${new URL(address).host} to answer 200, but it answered ${answer.status}`);
  return answer;
}

/** @param {Response} answer @param {(text: string) => void} progress @returns {Promise<Buffer>} */
async function readAll(answer, progress) {
  const whole = Number(answer.headers.get('content-length') ?? 0);
  /** @type {Uint8Array[]} */
  const chunks = [];
  let read = 0;
  for await (const chunk of /** @type {AsyncIterable<Uint8Array>} */ (/** @type {unknown} */ (answer.body))) {
    chunks.push(chunk);
    read += chunk.length;
    progress(`${(read / 1e6).toFixed(0)} / ${(whole / 1e6).toFixed(0)} MB`);
  }
  if (whole && read !== whole) throw new Error(`Expected ${whole} bytes, but the connection ended after ${read}`);
  return Buffer.concat(chunks);
}

/**
 * Reads one file out of a tar archive.
 * @param {Buffer} tar
 * @param {string} name
 * @returns {Buffer}
 */
function fileOfTar(tar, name) {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const entry = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = parseInt(tar.toString('ascii', at + 124, at + 136), 8);
    if (path.posix.basename(entry) === name) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`Expected the archive to hold ${name}, but it does not`);
}

/**
 * @param {{ cache: string, from?: string, progress?: (text: string) => void }} options `from` names a mirror instead of temporal.download
 * @returns {Promise<string>} a file beside its place in the cache, not yet verified
 */
async function download({ cache, from = 'https://temporal.download', progress = () => undefined }) {
  const arch = ARCH[os.arch()];
  if (!arch || !['linux', 'darwin'].includes(os.platform())) throw new Error(`No download for ${os.platform()}-${os.arch()}`);
  const answer = await open(`${from}/cli/v${CLI_VERSION}?platform=${os.platform()}&arch=${arch}&format=tar.gz`, 5_000);
  const { archiveUrl, fileToExtract } = /** @type {{ archiveUrl: string, fileToExtract: string }} */ (await answer.json());
  const archive = await readAll(await open(archiveUrl, 10_000), progress);
  const partial = `${placeIn(cache).binary}.${process.pid}.partial`;
  fs.writeFileSync(partial, fileOfTar(gunzipSync(archive), path.posix.basename(fileToExtract)), { mode: 0o600 });
  return partial;
}

module.exports = { download };
