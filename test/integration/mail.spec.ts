import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import {
  JournalRepository,
  MailRepository,
  ProcessCache,
  RestoreWatch,
  SettingRepository,
  WordedNoticesRepository,
} from '@countersign/database';
import { createLogger, Metrics, ProgramLog, readEnv } from '@countersign/platform';
import { SMTPServer } from 'smtp-server';
import { startApi, type ApiUnderTest } from '../support/api-under-test';
import { publish } from '../support/publish';
import { Desks } from '../../apps/api/src/tasks/desks.fixture';
import { TemplateNamesRepository } from '../../libs/database/src/notices/template-names.repository';
import { WorkerSettings } from '../../apps/worker/src/worker-settings';
import { Rounds } from '../../apps/worker/src/host/rounds';
import { Mailer } from '../../apps/worker/src/mail/mailer.service';
import { MailServer } from '../../apps/worker/src/mail/mail-server';

/** A real server of mail that keeps what it takes. */
class Catcher {
  readonly taken: { to: string[]; data: string }[] = [];
  /** Addresses that it refuses for good, and how often it says “later”. */
  refuses = new Set<string>();
  later = 0;
  private server: SMTPServer | null = null;
  port = 0;

  async open(): Promise<void> {
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: ({ address }, _session, done) => {
        if (this.refuses.has(address)) return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
        if (this.later > 0) {
          this.later -= 1;
          return done(Object.assign(new Error('try again later'), { responseCode: 451 }));
        }
        return done();
      },
      onData: (stream, { envelope }, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          this.taken.push({ to: envelope.rcptTo.map(({ address }) => address), data: Buffer.concat(parts).toString() });
          done();
        });
      },
    });
    await new Promise<void>((resolve) => this.server?.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.server.address() as AddressInfo).port;
  }
  async close(): Promise<void> {
    await new Promise<void>((resolve) => (this.server ? this.server.close(resolve) : resolve()));
    this.server = null;
  }
}

/** A part of a mail, decoded. */
function part(data: string, type: string): string {
  const section = data.split(/\r\n--[-\w]+/).find((each) => each.includes(`Content-Type: ${type}`)) ?? '';
  const [head = '', ...body] = section.trim().split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString();
  const joined = text.replace(/=\r\n/g, '').replace(/\r\n/g, '\n');
  return /quoted-printable/i.test(head)
    ? Buffer.from(
        joined.replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        'latin1',
      ).toString()
    : joined;
}

const label = (text: string) => ({ zh: text, en: text });
const RAISE = {
  key: 'raise',
  version: 1,
  title: label('Raise'),
  area: 'people',
  numberPrefix: 'RS',
  start: { everyone: true },
  amount: 'salary',
  form: {
    fields: [
      { key: 'salary', type: 'money', label: label('Salary'), required: true },
      { key: 'why', type: 'text', label: label('Why'), required: true },
    ],
  },
  sentence: label('Raise {salary}'),
  rowTitle: label('Raise {salary}'),
  mails: [
    {
      notice: 'task-opened',
      subject: label('A raise to {salary} for you to look at'),
      text: label('{requester} says: {why}\nIt is {salary}.'),
    },
    { notice: 'copy-received', subject: label('For your eyes: {why}'), text: label('{requester} asks. {why}') },
  ],
  flow: [{ kind: 'review', id: 'superior-review', title: label('Look'), assignee: { by: 'superior' }, fields: { hidden: ['salary'] } }],
};

describe('notices by mail', () => {
  let api: ApiUnderTest;
  let desks: Desks;
  const catcher = new Catcher();
  let workers: Rounds[] = [];
  let company = '';

  beforeAll(async () => {
    await catcher.open();
    api = await startApi();
    desks = new Desks(api.database);
    const admin = await api.as('lu-ning');
    expect((await admin.post('/definitions', RAISE)).status).toBe(201);
    expect((await publish(admin, RAISE)).status).toBe(200);
    const [row] = await api.database.query<{ id: string }[]>('SELECT id FROM company LIMIT 1');
    company = row!.id;
    await api.database.query(`UPDATE person SET email = key || '@shop.test'`);
    await api.database.query(`UPDATE person SET language = 'en' WHERE key <> 'sun-qian'`);
  });
  beforeEach(async () => {
    catcher.taken.length = 0;
    await api.database.query('UPDATE notification SET mail_at = NULL');
    await api.database.query('DELETE FROM mail_wishes');
  });
  afterEach(async () => {
    await Promise.all(workers.map((each) => each.beforeApplicationShutdown()));
    workers = [];
  });
  afterAll(async () => {
    await catcher.close();
    await api.stop();
  });

  function start(): void {
    const { database } = api;
    const url = `smtp://127.0.0.1:${catcher.port}`;
    const servers = { DATABASE_URL: 'postgres://x@127.0.0.1/x', TEMPORAL_ADDRESS: '127.0.0.1:9' };
    const env = readEnv({
      ...servers,
      SMTP_URL: url,
      MAIL_FROM: 'Countersign <no-reply@shop.test>',
      PUBLIC_URL: 'https://sign.shop.test/',
    });
    const notices = new WordedNoticesRepository(database, new ProcessCache(database), new TemplateNamesRepository(database));
    const restore = new RestoreWatch(database, new SettingRepository(database), new JournalRepository(database));
    const log = new ProgramLog(createLogger('test', 'silent'));
    const rounds = new Rounds(restore, log);
    new Mailer(new MailRepository(database), notices, new MailServer(new WorkerSettings(env)), new Metrics('test'), log, rounds);
    workers.push(rounds);
    rounds.onApplicationBootstrap();
  }
  async function notice(
    person: string,
    kind: string,
    requestId: string | null,
    more: { step?: string; minutesAgo?: number } = {},
  ): Promise<string> {
    const id = randomUUID();
    await api.database.query(
      `INSERT INTO notification (id, company_id, person_id, notice, params, request_id, task_id, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, (SELECT id FROM task WHERE request_id = $6 AND person_id = $3 LIMIT 1), now() - make_interval(mins => $7))`,
      [id, company, await desks.person(person), kind, JSON.stringify({ step: more.step ?? null, n: 1 }), requestId, more.minutesAgo ?? 5],
    );
    return id;
  }
  const until = async (holds: () => Promise<boolean> | boolean): Promise<void> => {
    for (const end = Date.now() + 90_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50)))
      if (await holds()) return;
    throw new Error('Expected it to come about, but it did not');
  };
  const quiet = async (): Promise<void> =>
    until(async () => {
      const [row] = await api.database.query<{ busy: boolean }[]>(
        `SELECT EXISTS (SELECT 1 FROM notification WHERE mail_at <= now()) OR EXISTS (SELECT 1 FROM mail WHERE state IN ('waiting', 'claimed')) AS busy`,
      );
      return !row!.busy;
    });
  const raise = (form: object, tasks = [{ person: 'zhang-wei' }], copies = ['sun-qian']): Promise<string> =>
    desks.request({ definition: 'raise', title: 'Raise 9,000', tasks, copies }).then(async (id) => {
      await api.database.query('UPDATE request SET form = $2 WHERE id = $1', [id, JSON.stringify(form)]);
      return id;
    });
  const FORM = { salary: { minor: '900000', currency: 'CNY' }, why: 'she <b>earns</b> it' };

  it('go out once, whoever sends, in the words of their definition, and hide what is hidden from their reader', async () => {
    const id = await raise(FORM);
    await notice('zhang-wei', 'task-opened', id, { step: 'superior-review' });
    await notice('sun-qian', 'copy-received', id);
    await api.database.query(`INSERT INTO mail_wishes SELECT id, '{"copies": "instant"}' FROM person`);
    for (let each = 0; each < 3; each += 1) start();
    await until(() => catcher.taken.length >= 2);
    await quiet();
    expect(catcher.taken.map(({ to }) => to).sort()).toEqual([['sun-qian@shop.test'], ['zhang-wei@shop.test']]);
    const [toBoss, toCopied] = ['zhang-wei', 'sun-qian'].map((key) => catcher.taken.find(({ to }) => to[0]?.startsWith(key))!.data);
    // The template of the task names what the step hides: its reader gets the words of the house, without it.
    const told = part(toBoss!, 'text/plain');
    expect(told).toContain('“Raise” from');
    expect(toBoss + told + part(toBoss!, 'text/html')).not.toMatch(/9,000|900000/);
    expect(told).toContain(`https://sign.shop.test/requests/${id}`);
    expect(toBoss).toMatch(/Auto-Submitted: auto-generated/i);
    expect(part(toCopied!, 'text/plain')).toContain('she <b>earns</b> it');
    expect(part(toCopied!, 'text/html')).toContain('she &lt;b&gt;earns&lt;/b&gt; it');
    expect(part(toCopied!, 'text/html')).toContain('lang="zh-CN"');
  });

  it('do not tell what was decided, read or taken back before they left', async () => {
    const id = await raise(FORM);
    const decided = await raise(FORM, [{ person: 'zhang-wei', decidedDaysAgo: 0 } as never]);
    await notice('zhang-wei', 'task-opened', decided, { step: 'superior-review' });
    const [read, gone] = [await notice('zhang-wei', 'request-rejected', id), await notice('zhang-wei', 'request-approved', id)];
    await api.database.query('UPDATE notification SET read_at = now() WHERE id = $1', [read]);
    await api.database.query('UPDATE notification SET superseded_at = now() WHERE id = $1', [gone]);
    start();
    await quiet();
    expect(catcher.taken).toEqual([]);
    expect(await api.database.query(`SELECT state FROM mail WHERE $1 = ANY (notices)`, [read])).toEqual([{ state: 'dropped' }]);
  });

  it('come together once a day where that is wished for, and not in quiet hours; a changed wish moves what has not gone', async () => {
    const caller = await api.as('zhang-wei');
    const id = await raise(FORM);
    const clock = (minutes: number): string =>
      new Date(Date.now() + minutes * 60_000).toLocaleTimeString('en-GB', {
        timeZone: 'Asia/Shanghai',
        hour: '2-digit',
        minute: '2-digit',
      });
    const wishes = {
      work: 'digest',
      mine: 'instant',
      talk: 'digest',
      copies: 'off',
      digestAt: clock(120),
      quiet: { from: clock(-60), to: clock(60) },
    };
    expect((await caller.send('PUT', '/me/mail', wishes)).status).toBe(200);
    await notice('zhang-wei', 'task-opened', id, { step: 'superior-review', minutesAgo: 1 });
    await notice('zhang-wei', 'request-approved', id, { minutesAgo: 1 });
    await notice('zhang-wei', 'copy-received', id, { minutesAgo: 1 });
    await notice('zhang-wei', 'token-issued', null, { minutesAgo: 1 });
    start();
    await until(() => catcher.taken.length > 0);
    await quiet();
    expect(catcher.taken).toHaveLength(1);
    expect(part(catcher.taken[0]!.data, 'text/plain')).toContain('access token');
    expect(
      await api.database.query(`SELECT count(*)::int AS later FROM notification WHERE mail_at > now() + interval '50 minutes'`),
    ).toEqual([{ later: 2 }]);
    expect((await caller.send('PUT', '/me/mail', { ...wishes, work: 'instant', quiet: undefined })).status).toBe(200);
    await until(() => catcher.taken.length > 1);
    await quiet();
    expect(catcher.taken).toHaveLength(2);
    const digest = part(catcher.taken[1]!.data, 'text/plain');
    expect(digest).toContain('is waiting for you');
    expect(digest).toContain('has been approved');
    expect(digest).not.toContain('copied on');
  });

  it('refuse wishes that no clock shows, and say where', async () => {
    const caller = await api.as('zhang-wei');
    const usual = { work: 'instant', mine: 'instant', talk: 'digest', copies: 'digest', digestAt: '09:00' };
    for (const wrong of [
      { digestAt: '25:00' },
      { work: 'never' },
      { quiet: { from: '21:00', to: '8' } },
      { quiet: { from: '21:00' } },
      { quiet: { from: '22:00', to: '22:00' } },
      { quiet: { from: '00:00', to: '00:00' } },
      { other: 1 },
    ])
      expect((await caller.send('PUT', '/me/mail', { ...usual, ...wrong })).status).toBe(422);
    expect((await caller.get<object>('/me/mail')).body).toMatchObject({
      ...usual,
      quiet: null,
      address: 'zhang-wei@shop.test',
      sending: false,
    });
  });

  it('are tried again, given up for all to see where a mailbox is refused, and sent again by an operator', async () => {
    catcher.refuses.add('sun-qian@shop.test');
    catcher.later = 1;
    await notice('zhang-wei', 'rights-changed', null);
    await notice('sun-qian', 'rights-changed', null);
    start();
    await until(async () => (await api.database.query(`SELECT 1 FROM mail WHERE state = 'dead'`)).length === 1);
    await until(
      async () => (await api.database.query(`SELECT 1 FROM mail WHERE state = 'waiting' AND next_attempt_at > now()`)).length === 1,
    );
    await api.database.query(`UPDATE mail SET next_attempt_at = now() WHERE state = 'waiting'`);
    await until(() => catcher.taken.length === 1);
    const operator = await api.as('jiang-ming');
    const { body } = await operator.get<{ items: { id: string; detail: string; person: { name: { en: string } } }[] }>('/dead-mails');
    expect(body.items).toMatchObject([{ detail: expect.stringContaining('no such mailbox') as string }]);
    expect((await (await api.as('li-na')).get('/dead-mails')).status).toBe(403);
    const reason = { reason: 'The address is right now.' };
    expect((await (await api.as('li-na')).post(`/dead-mails/${body.items[0]!.id}/resend`, reason)).status).toBe(403);
    expect((await operator.post(`/dead-mails/${body.items[0]!.id}/resend`, { reason: ' ' })).status).toBe(422);
    catcher.refuses.clear();
    expect((await operator.post(`/dead-mails/${body.items[0]!.id}/resend`, reason)).status).toBe(204);
    expect((await operator.post(`/dead-mails/${body.items[0]!.id}/resend`, reason)).status).toBe(404);
    await until(() => catcher.taken.length === 2);
  });

  it('wait for a server that is away, and count that against none of them', async () => {
    await catcher.close();
    await notice('zhang-wei', 'rights-changed', null);
    start();
    await until(
      async () =>
        (await api.database.query(`SELECT 1 FROM mail WHERE state = 'waiting' AND last_error IS NOT NULL AND attempts = 0`)).length === 1,
    );
    await catcher.open();
    await api.database.query(`UPDATE mail SET next_attempt_at = now() WHERE state = 'waiting'`);
    await until(() => catcher.taken.length === 1);
  });

  it('make no header of what somebody wrote, and go nowhere but to the address of the directory', async () => {
    const id = await desks.request({ title: 'Desk\r\nBcc: thief@elsewhere.test', tasks: [] });
    await notice('zhang-wei', 'request-approved', id);
    await api.database.query(`UPDATE person SET name = '{"zh": "x", "en": "W, <thief@elsewhere.test>"}' WHERE key = 'zhang-wei'`);
    start();
    await until(() => catcher.taken.length === 1);
    expect(catcher.taken[0]!.to).toEqual(['zhang-wei@shop.test']);
    expect(catcher.taken[0]!.data.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
  });

  it('tell nobody by mail of what was long ago, nor those who have left', async () => {
    const old = await notice('zhang-wei', 'rights-changed', null, { minutesAgo: 5 * 24 * 60 });
    await api.database.query(`UPDATE person SET active = false WHERE key = 'sun-qian'`);
    const left = await notice('sun-qian', 'rights-changed', null);
    start();
    await quiet();
    await api.database.query(`UPDATE person SET active = true WHERE key = 'sun-qian'`);
    expect(catcher.taken).toEqual([]);
    expect(await api.database.query('SELECT mail_at FROM notification WHERE id = ANY ($1)', [[old, left]])).toEqual([
      { mail_at: null },
      { mail_at: null },
    ]);
  });
});
