import { ScheduleClient, Connection } from '@temporalio/client';
import { scheduleIdOf } from '@countersign/contracts';
import { DataSource } from 'typeorm';
import { DemoPerson } from '../e2e/world/demo-person';
import { administrator } from '../support/administrator';
import type { Caller } from '../support/caller';
import { publish } from '../support/publish';
import { type Stack, startStack } from '../support/stack';
import { eventually } from '../support/eventually';

const words = { zh: '巡店', en: 'Round' };
const ROUND = {
  ...{ key: 'store-round', version: 1, title: words, area: 'store', numberPrefix: 'XD', start: { roles: ['store-manager'] } },
  ...{ sentence: words, rowTitle: { zh: '巡店 · {store} · {day}', en: 'Round · {store} · {day}' } },
  form: {
    fields: [
      { key: 'store', type: 'unit', label: words, required: true },
      { key: 'day', type: 'date', label: words, required: true },
    ],
  },
  flow: [{ kind: 'approve', id: 'seen', title: words, assignee: { by: 'superior' } }],
  schedule: {
    ...{ every: 'day', at: { opening: -45 }, units: ['store'], starter: 'store-manager', begins: 'submitted' },
    form: { store: { unit: true }, day: { day: true } },
  },
};

/** A day of Shanghai, so many days from today. */
const dayFrom = (count: number): string => new Date(Date.now() + 8 * 3_600_000 + count * 86_400_000).toISOString().slice(0, 10);

describe('a process that starts by itself', () => {
  let stack: Stack;
  let admin: Caller;
  let operator: DemoPerson;
  let database: DataSource;
  let schedules: ScheduleClient;
  let connection: Connection;
  let company: string;

  beforeAll(async () => {
    stack = await startStack();
    admin = await administrator(stack);
    operator = await DemoPerson.signIn(stack.url, '蒋明');
    database = await new DataSource({ type: 'postgres', url: stack.databaseUrl }).initialize();
    const [row] = await database.query<{ id: string }[]>('SELECT id FROM company');
    company = row!.id;
    connection = await Connection.connect({ address: stack.temporalAddress });
    schedules = new ScheduleClient({ connection, namespace: stack.namespace });
    expect((await admin.post('/definitions', ROUND)).status).toBe(201);
    expect((await publish(admin, ROUND)).status).toBe(200);
  });
  afterAll(async () => {
    await connection?.close();
    await database?.destroy();
    await stack?.stop();
  });

  const described = (key: string) => schedules.getHandle(scheduleIdOf({ companyId: company, definition: key }, 'Asia/Shanghai')).describe();
  const states = async (): Promise<Record<string, number>> => {
    const rows = await database.query<{ state: string; count: number }[]>(
      `SELECT state, count(*)::int AS count FROM recurring_start WHERE definition_key = 'store-round' GROUP BY state`,
    );
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  };

  it('has a schedule that fires before the stores open by their own clock, stops while it is paused, and goes with the process', async () => {
    const times = async () =>
      (await described('store-round').catch(() => null))?.info.nextActionTimes.map((at) => at.toISOString().slice(11, 16));
    expect((await eventually(times, (found) => (found?.length ?? 0) > 0))?.[0]).toBe('01:15');
    expect((await operator.call('POST', '/recurring/store-round/pause', { body: { why: '盘点周' } })).status).toBe(204);
    const state = await eventually(
      () => described('store-round').then((found) => found.state),
      ({ paused }) => paused,
    );
    expect(state.note).toBe('盘点周');
    expect((await operator.call('POST', '/recurring/store-round/resume')).status).toBe(204);
    await eventually(
      () => described('store-round').then((found) => found.state),
      ({ paused }) => !paused,
    );
  });

  it('is looked at when something about it is otherwise, and not every few seconds', async () => {
    const looks = async (): Promise<number> => {
      const [row] = await database.query<{ scans: number }[]>(
        `SELECT (coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::int AS scans FROM pg_stat_user_tables WHERE relname = 'recurring_process'`,
      );
      return row!.scans;
    };
    // What a connection has done is told by it some time later.
    const quiet = async (): Promise<void> => void (await new Promise((resolve) => setTimeout(resolve, 12_000)));
    await quiet();
    const before = await looks();
    await quiet();
    expect((await looks()) - before).toBeLessThan(8);
    const took: number[] = [];
    for (const step of ['pause', 'resume', 'pause', 'resume']) {
      const from = Date.now();
      await operator.call('POST', `/recurring/store-round/${step}`, step === 'pause' ? { body: { why: '盘点周' } } : {});
      await eventually(
        () => described('store-round').then((found) => found.state.paused),
        (paused) => paused === (step === 'pause'),
      );
      took.push(Date.now() - from);
    }
    // Told, and not found a minute later.
    expect(Math.max(...took)).toBeLessThan(20_000);
  });

  it('starts at once what a register was told of late, whatever time of day it is', async () => {
    const renewals = async () =>
      database.query<{ store: string; state: string }[]>(
        `SELECT u.key AS store, s.state FROM recurring_start s JOIN unit u ON u.id = s.unit_id WHERE s.definition_key = 'lease-renewal' ORDER BY s.day`,
      );
    expect((await operator.call('POST', '/recurring/lease-renewal/resume')).status).toBe(204);
    await database.query(
      `INSERT INTO lease (id, company_id, unit_id, number, place, starts_on, expires_on, rent, currency)
        SELECT gen_random_uuid(), company_id, id, 'L-LATE', 'B1', $2::date - 900, $2::date, 100, 'CNY' FROM unit WHERE company_id = $1 AND key = 'store-pudong'`,
      [company, dayFrom(61)],
    );
    await eventually(
      renewals,
      (rows) => rows.some(({ store }) => store === 'store-pudong') && rows.every(({ state }) => state === 'started'),
      40_000,
    );
    const next = async (): Promise<number> => {
      const [row] = await database.query<{ at: Date | null }[]>(
        `SELECT next_at AS at FROM recurring_process WHERE definition_key = 'lease-renewal'`,
      );
      return row?.at?.getTime() ?? 0;
    };
    // Told of leases once more, the worker looks at what comes next.
    await database.query('UPDATE lease SET expires_on = expires_on WHERE false');
    expect(await eventually(next, (at) => at > Date.now())).toBeGreaterThan(Date.now());
  });

  it('is made up for exactly once for each store and day, though its worker is killed in between', async () => {
    const days = { from: dayFrom(-4), to: dayFrom(-1) };
    const filled = await operator.call<{ count: number }>('POST', '/recurring/store-round/back-fill', { body: days });
    expect(filled.body.count).toBe(48);
    await eventually(states, ({ started = 0 }) => started > 3);
    await stack.worker.kill();
    expect((await states()).waiting ?? 0).toBeGreaterThan(0);
    await stack.worker.start();
    // One of the twelve has no manager at present: those who look after requests hear of it.
    expect(await eventually(states, ({ waiting = 0 }) => waiting === 0, 60_000)).toEqual({ started: 44, failed: 4 });
    // They are told once the last of them has come to something.
    const notices = await eventually(
      async () => {
        const { body } = await operator.call<{ items: { notice: string; title: { zh: string } }[] }>('GET', '/notifications');
        return body.items.filter(({ notice }) => notice === 'scheduled-not-started');
      },
      (found) => found.length > 0,
    );
    expect(notices.map(({ title }) => title.zh)).toContainEqual(expect.stringContaining('巡店'));
    const requests = await database.query<{ store: string; day: string; status: string; n: number }[]>(
      `SELECT r.form->>'store' AS store, r.form->>'day' AS day, r.status, r.n FROM request r JOIN definition d ON d.id = r.definition_id WHERE d.key = 'store-round'`,
    );
    expect(new Set(requests.map(({ store, day }) => `${store} ${day}`)).size).toBe(44);
    expect(requests).toHaveLength(44);
    expect(requests.every(({ status, n }) => status === 'running' && n === 1)).toBe(true);
    expect((await admin.post('/definitions/store-round/versions/1/retire')).status).toBe(200);
    await eventually(
      () =>
        described('store-round').then(
          () => true,
          () => false,
        ),
      (there) => !there,
    );
  });
});
