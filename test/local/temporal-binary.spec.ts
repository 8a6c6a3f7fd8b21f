import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { temporalBinary } from '../../apps/local/src/temporal/temporal-binary';
import { placeIn } from '../../apps/local/src/temporal/temporal-cache';

const root = path.resolve(__dirname, '..', '..');

/** A tar archive with one file. */
function tarOf(name: string, content: Buffer): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(content.length.toString(8).padStart(11, '0'), 124);
  return Buffer.concat([header, content, Buffer.alloc(512 - (content.length % 512)), Buffer.alloc(1024)]);
}

/** A program that says which version it is, and leaves a mark that it was run. */
const program = (version: string, mark: string): Buffer =>
  Buffer.from(`#!/bin/sh\necho run >> ${mark}\necho "temporal version 1.8.2 (Server ${version}, UI 2.50.1)"\n`);

describe('the Temporal binary', () => {
  let home: string;
  let mark: string;
  let server: Server;
  let asked: string[];
  let served: Buffer;

  /** No temporal and no go on PATH, a cache of its own, a download from this test alone. */
  const env = (): NodeJS.ProcessEnv => ({
    PATH: '/nonexistent',
    XDG_CACHE_HOME: home,
    TEMPORAL_DOWNLOAD_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  });
  const find = (more: NodeJS.ProcessEnv = {}): Promise<string> => temporalBinary({ root, env: { ...env(), ...more } });
  const place = (): ReturnType<typeof placeIn> => placeIn(path.join(home, 'countersign'));
  const wasRun = (): boolean => fs.existsSync(mark);
  const lay = (content: Buffer): void => {
    fs.mkdirSync(place().folder, { recursive: true });
    fs.writeFileSync(place().binary, content, { mode: 0o755 });
  };

  beforeEach(async () => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-cache-'));
    mark = path.join(home, 'mark');
    asked = [];
    served = gzipSync(tarOf('temporal', program('1.31.2', path.join(home, 'download-mark'))));
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url?.startsWith('/archive')) return void response.end(served);
      const { port } = server.address() as AddressInfo;
      response.end(JSON.stringify({ archiveUrl: `http://127.0.0.1:${port}/archive.tar.gz`, fileToExtract: 'temporal' }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await new Promise((resolve) => server.close(resolve));
    fs.rmSync(home, { recursive: true, force: true });
  });

  it('is downloaded once, verified, and then taken from the cache', async () => {
    expect(await find()).toBe(place().binary);
    expect(asked).toHaveLength(2);
    expect(await find()).toBe(place().binary);
    expect(asked).toHaveLength(2);
    expect(fs.readdirSync(place().folder).sort()).toEqual(['stamp.json', 'temporal']);
  });

  it('is never run when the file in the cache has no stamp, as a half-finished one has none', async () => {
    lay(program('1.31.2', mark));
    await find();
    expect(wasRun()).toBe(false);
  });

  it('is never run when its content is not what the stamp says', async () => {
    await find();
    lay(program('1.31.2', mark));
    await find();
    expect(wasRun()).toBe(false);
    expect(asked).toHaveLength(4);
  });

  it('is never run when others may write the file', async () => {
    await find();
    fs.chmodSync(place().binary, 0o777);
    await find();
    expect(asked).toHaveLength(4);
  });

  it('is refused when its server is older than 1.31, and every way out is named', async () => {
    served = gzipSync(tarOf('temporal', program('1.30.9', mark)));
    await expect(find()).rejects.toThrow(/TEMPORAL_ADDRESS.*TEMPORAL_CLI_PATH.*temporal\.download.*Go 1\.26/s);
    expect(fs.existsSync(place().binary)).toBe(false);
  });

  it('is not taken from a download that ends early', async () => {
    served = served.subarray(0, served.length - 20);
    await expect(find()).rejects.toThrow(/No Temporal server was found/);
    expect(wasRun()).toBe(false);
  });

  it('gives up quickly where there is no way out', async () => {
    const begun = Date.now();
    await expect(find({ TEMPORAL_DOWNLOAD_URL: 'http://127.0.0.1:9' })).rejects.toThrow(/No Temporal server was found/);
    expect(Date.now() - begun).toBeLessThan(8_000);
  });

  it('is the one that TEMPORAL_CLI_PATH names, before all others', async () => {
    const named = path.join(home, 'named');
    fs.writeFileSync(named, program('1.32.0', mark), { mode: 0o755 });
    expect(await find({ TEMPORAL_CLI_PATH: named })).toBe(named);
    expect(asked).toHaveLength(0);
  });

  it('is not looked for elsewhere when TEMPORAL_CLI_PATH names something else', async () => {
    await expect(find({ TEMPORAL_CLI_PATH: '/bin/true' })).rejects.toThrow(/TEMPORAL_CLI_PATH=\/bin\/true is not/);
    expect(asked).toHaveLength(0);
  });

  it('is the one on PATH when its server is new enough, and not when it is older', async () => {
    const folder = path.join(home, 'bin');
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, 'temporal'), program('1.31.0', mark), { mode: 0o755 });
    expect(await find({ PATH: folder })).toBe(path.join(folder, 'temporal'));
    fs.writeFileSync(path.join(folder, 'temporal'), program('1.29.4', mark), { mode: 0o755 });
    expect(await find({ PATH: folder })).toBe(place().binary);
  });
});
