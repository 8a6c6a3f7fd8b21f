import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../../apps/local/src/postgres/postgres-server';
import { isOurs } from '../../apps/local/src/processes';

const root = path.resolve(__dirname, '..', '..');

describe('the built-in PostgreSQL', () => {
  let place: string;
  const left: { stop: () => Promise<void>; folder: string }[] = [];
  const start = async (folder = path.join(place, 'postgres')): ReturnType<typeof startPostgres> => {
    const server = await startPostgres({ root, folder });
    left.push(server);
    return server;
  };
  /** The socket and its lock. */
  const socketFiles = (folder: string): string[] => fs.readdirSync(folder).filter((name) => name.startsWith('.s.PGSQL.'));
  const query = async (url: string, sql: string): Promise<Record<string, unknown>[]> => {
    const client = new Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end().catch(() => undefined);
    }
  };

  beforeEach(() => (place = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-pg-'))));
  afterEach(async () => {
    for (const server of left.splice(0)) {
      await server.stop();
      fs.rmSync(server.folder, { recursive: true, force: true });
    }
    fs.rmSync(place, { recursive: true, force: true });
  });

  it('keeps its data from one start to the next', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS seven');
    await first.stop();
    expect(await query((await start()).url, 'SELECT seven FROM kept')).toEqual([{ seven: 7 }]);
  });

  it('listens on loopback only and asks for a password', async () => {
    const { url, port } = await start();
    expect(await query(url, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    await expect(query(`postgres://postgres:wrong@127.0.0.1:${port}/postgres`, 'SELECT 1')).rejects.toThrow(
      /password authentication failed/,
    );
  });

  it('is reached by a socket in its folder, whatever that is called, and asks for a password there too', async () => {
    const { url, folder } = await start(path.join(place, `it's "here", 数据`));
    const ADDRESS = 'SELECT inet_server_addr() AS address';
    expect(await query(url, ADDRESS)).toEqual([{ address: null }]);
    expect(socketFiles(folder)).toHaveLength(2);
    await expect(query(url.replace(/postgres:[0-9a-f]+@/, 'postgres:wrong@'), ADDRESS)).rejects.toThrow(/password authentication failed/);
  });

  it('is reached by TCP where the path of its folder is too long for a socket', async () => {
    const { url, folder } = await start(path.join(place, 'x'.repeat(90)));
    expect(await query(url, 'SELECT host(inet_server_addr()) AS address')).toEqual([{ address: '127.0.0.1' }]);
    expect(socketFiles(folder)).toEqual([]);
  });

  it('ends the orphan of a launcher that was killed, and keeps what was acknowledged', async () => {
    const orphan = await start();
    await query(orphan.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    const next = await start();
    expect(isOurs(orphan.child.pid ?? 0, orphan.folder)).toBe(false);
    expect(socketFiles(next.folder)).toHaveLength(2);
    expect(await query(next.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
  });

  it('recovers from kill -9 of the server itself, whose lock stays behind', async () => {
    const killed = await start();
    await query(killed.url, 'CREATE TABLE kept AS SELECT 2 AS two');
    killed.child.kill('SIGKILL');
    await new Promise((resolve) => killed.child.once('exit', resolve));
    expect(fs.existsSync(path.join(killed.folder, 'postmaster.pid'))).toBe(true);
    expect(await query((await start()).url, 'SELECT two FROM kept')).toEqual([{ two: 2 }]);
  });

  it('does not end a stranger whose process id stands in a stale lock', async () => {
    const server = await start();
    await server.stop();
    fs.writeFileSync(path.join(server.folder, 'postmaster.pid'), `${process.pid}\n${server.folder}\n`);
    expect(await query((await start()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('begins again when the first start was cut off half-way', async () => {
    const half = path.join(place, 'postgres.partial');
    fs.mkdirSync(half);
    fs.writeFileSync(path.join(half, 'PG_VERSION'), '18\n');
    expect(await query((await start()).url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('starts below a folder that only its owner may enter', async () => {
    const closed = path.join(place, 'closed');
    fs.mkdirSync(closed, { mode: 0o700 });
    const server = await start(path.join(closed, 'clone', '.data', 'postgres'));
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(fs.statSync(closed).mode & 0o777).toBe(0o700);
  });
});
