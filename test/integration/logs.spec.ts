import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Pool } from 'pg';
import { administrator } from '../support/administrator';
import { Caller, demoCaller } from '../support/caller';
import { type Stack, startStack } from '../support/stack';
import { CANARY, toldSecrets } from '../support/told-secrets';

describe('the logs of a stack that fails at everything', () => {
  let stack: Stack;
  let database: Pool;
  let li: Caller;

  beforeAll(async () => {
    stack = await startStack({ env: { LOG_LEVEL: 'trace' } });
    database = new Pool({ connectionString: stack.databaseUrl, max: 2 });
    li = await demoCaller(stack.url, '李娜');
  });
  afterAll(async () => {
    await database?.end();
    await stack?.stop();
  });

  /** Runs something while a table is not there, so that every query on it fails with all that it carries. */
  async function without(table: string, work: () => Promise<unknown>): Promise<void> {
    await database.query(`ALTER TABLE ${table} RENAME TO ${table}_away`);
    try {
      await work();
    } finally {
      await database.query(`ALTER TABLE ${table}_away RENAME TO ${table}`);
    }
  }

  it('tell of each failure which route and where, and nothing that anybody wrote or that opens a door', async () => {
    const nobody = new Caller(stack.url);
    const admin = await administrator(stack);
    const secret = `${CANARY}-${'x'.repeat(40)}`;
    const form = {
      reason: CANARY,
      payee: CANARY,
      items: [{ matter: CANARY, invoiceNumber: CANARY, amount: { amount: CANARY, currency: 'CNY' } }],
    };
    const draft = { definition: 'expense-reimbursement', form };
    const failed: [string, () => Promise<{ status: number }>][] = [
      ['login_link', () => nobody.get(`/auth/links/${secret}`)],
      ['login_link', () => nobody.post(`/auth/links/${secret}`, { password: secret })],
      ['login_attempt', () => nobody.post('/auth/login', { login: CANARY, password: secret })],
      ['account', () => nobody.post('/auth/login', { login: `${CANARY}2`, password: secret })],
      ['access_token', () => new Caller(stack.url, '', { Authorization: `Bearer cst_${secret}` }).get('/me')],
      ['session', () => new Caller(stack.url, '', { Cookie: `cs_session=${secret}` }).get('/me')],
      ['request', () => li.post('/requests', draft)],
      ['request', () => li.press('/requests?submit=true', draft)],
      ['request', () => li.get(`/requests?q=${CANARY}`)],
      ['person', () => li.get(`/people?q=${CANARY}`)],
      ['unit', () => li.get(`/units?q=${CANARY}`)],
      ['definition', () => admin.post('/definitions', { key: CANARY, title: { zh: CANARY, en: CANARY } })],
      ['access_token', () => li.post('/tokens', { name: CANARY })],
    ];
    const statuses: number[] = [];
    for (const [table, call] of failed) await without(table, async () => statuses.push((await call()).status));
    expect(statuses.filter((status) => status >= 500).length).toBeGreaterThan(8);
    const log = readFileSync(path.join(stack.folder, 'api.log'), 'utf8');
    expect(log).toMatch(/"route":"\/api\/v1\/auth\/links\/:token"/);
    expect(log).toMatch(/"code":"42P01"/);
    expect(log.split('\n').filter((line) => line.includes('request failed')).length).toBeGreaterThan(8);
    expect(toldSecrets(['api', 'worker'].map((name) => path.join(stack.folder, `${name}.log`)))).toEqual([]);
  });

  it('would be found out', () => {
    const file = path.join(stack.folder, 'told.log');
    writeFileSync(file, `{"reason":"${CANARY}"}\n{"path":"/api/v1/auth/links/${'x'.repeat(43)}"}\n{"parameters":[1]}\n`);
    expect(toldSecrets([file]).map((line) => line.split(':')[0])).toEqual([
      'what somebody wrote',
      'the secret of a link',
      'the values of a query',
    ]);
  });
});
