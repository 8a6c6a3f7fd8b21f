import { connect } from 'node:net';
import { openDatabase } from '@countersign/database';
import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import { SERVER_LIMITS } from './api-adapter';

describe('callers who send a request byte by byte', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  /** Sends a head that never ends, one line a second; answers what came back and after how long the line was closed. */
  function dribble(): Promise<{ text: string; ms: number }> {
    const { hostname, port } = new URL(api.url);
    const begun = Date.now();
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.write(`POST /api/v1/auth/login HTTP/1.1\r\nHost: ${hostname}\r\n`);
    const dripping = setInterval(() => socket.write('X-More: y\r\n'), 1_000);
    return new Promise((resolve) => {
      socket.on('close', () => {
        clearInterval(dripping);
        resolve({ text, ms: Date.now() - begun });
      });
    });
  }

  it('are cut off, however many there are, while others are served', async () => {
    const slow = Array.from({ length: 200 }, dribble);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await api.stranger.get('/auth/mode')).status).toBe(200);
    const ended = await Promise.all(slow);
    const most = SERVER_LIMITS.headersTimeout + SERVER_LIMITS.connectionsCheckingInterval + 20_000;
    expect(ended.filter(({ ms }) => ms > most)).toEqual([]);
    expect(ended.every(({ text }) => text === '' || text.startsWith('HTTP/1.1 408'))).toBe(true);
  });

  it('have their body waited for, and no longer than for a large upload', () => {
    const server = api.app.getHttpServer() as { requestTimeout: number; headersTimeout: number; maxHeadersCount: number };
    expect([server.headersTimeout, server.requestTimeout, server.maxHeadersCount]).toEqual([10_000, 150_000, 100]);
  });
});

describe('a program that ends', () => {
  it('answers whoever waits, and is not held by connections that have their answer or never asked', async () => {
    const api = await startApi();
    const { hostname, port } = new URL(api.url);
    const opened = (head: string): Promise<string> =>
      new Promise((resolve) => {
        const socket = connect(Number(port), hostname);
        let text = '';
        socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
        socket.on('error', () => undefined);
        socket.on('close', () => resolve(text));
        socket.on('connect', () => socket.write(head));
      });
    const cookie = (await api.as('li-na')).headersForFetch().Cookie;
    const get = (address: string): string =>
      `GET ${address} HTTP/1.1\r\nHost: ${hostname}\r\nConnection: keep-alive\r\nCookie: ${cookie}\r\n\r\n`;
    // A statement that is waited for: it reads what somebody else has locked.
    const lock = await openDatabase((api.database.options as { url: string }).url, { poolSize: 1 });
    const runner = lock.createQueryRunner();
    await runner.startTransaction();
    const [silent, served] = [opened(''), opened(get('/health/live'))];
    await new Promise((resolve) => setTimeout(resolve, 500));
    await runner.query('LOCK TABLE person IN ACCESS EXCLUSIVE MODE');
    const waiting = opened(get('/api/v1/me'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    const begun = Date.now();
    const ended = api.stop();
    setTimeout(() => void runner.rollbackTransaction(), 700);
    await ended;
    expect(Date.now() - begun).toBeLessThan(8_000);
    expect(await served).toMatch(/^HTTP\/1\.1 200/);
    expect(await waiting).toMatch(/^HTTP\/1\.1 200/);
    expect(await silent).toBe('');
    await runner.release();
    await lock.destroy();
  });
});
