import { eventually } from '../support/eventually';
import { type Stack, startStack } from '../support/stack';

describe('a stack of its own', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack();
  });
  afterAll(() => stack.stop());

  const status = (path: string): Promise<number> => fetch(`${stack.url}${path}`).then((answer) => answer.status);

  it('serves the screens, the api and its health', async () => {
    expect(await Promise.all(['/', '/inbox', '/api/v1/auth/mode', '/health/live', '/health/ready', '/metrics'].map(status))).toEqual(
      Array<number>(6).fill(200),
    );
  });

  it('answers a page of the product for a deep link and a problem for an unknown route of the api', async () => {
    const page = await fetch(`${stack.url}/requests/x`, { headers: { Accept: 'text/html' } });
    expect(page.headers.get('content-type')).toMatch(/text\/html/);
    const problem = await fetch(`${stack.url}/api/v1/nothing-here`);
    expect(problem.headers.get('content-type')).toMatch(/application\/problem\+json/);
  });

  it('has its api and its worker back after kill -9', async () => {
    for (const app of [stack.api, stack.worker]) {
      const before = app.pid();
      await app.kill();
      expect(app.pid()).toBeNull();
      await app.start();
      expect(app.pid()).not.toBe(before);
    }
    expect(await status('/health/ready')).toBe(200);
  });

  it('is shut from the moment that somebody says its data was restored, until the journal has passed the check', async () => {
    expect(await stack.cli('restored')).toMatch(/shut until/);
    await eventually(
      () => status('/api/v1/auth/mode'),
      (answer) => answer === 503,
    );
    expect(await status('/health/ready')).toBe(503);
    expect(await stack.cli('verify-journal')).toMatch(/everything agrees/);
    await eventually(
      () => status('/api/v1/auth/mode'),
      (answer) => answer === 200,
    );
  });

  it('says at start which settings are missing', async () => {
    await expect(startStack({ env: { DATABASE_URL: 'mysql://nowhere', PORT: 'many' } })).rejects.toThrow(/DATABASE_URL[^]*PORT/);
  });
});
