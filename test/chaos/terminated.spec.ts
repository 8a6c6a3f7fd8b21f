import { randomUUID } from 'node:crypto';
import { DatabaseClient } from '../../libs/database/src';
import { type Stack, startStack } from '../support/stack';
import { researchOf } from '../e2e/world/forms';
import { demoCaller, type Caller } from '../support/caller';

const TERMINATIONS = 50;
const DRIVERS = 4;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('when PostgreSQL ends connections, again and again', () => {
  let stack: Stack;
  let killer: DatabaseClient;

  beforeAll(async () => {
    stack = await startStack();
    killer = new DatabaseClient({ connectionString: stack.databaseUrl, application_name: 'terminator' });
    await killer.connect();
  }, 180_000);

  afterAll(async () => {
    await killer?.end();
    await stack?.stop();
  });

  const ready = async (url: string): Promise<boolean> =>
    (await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(3_000) }).catch(() => null))?.ok ?? false;

  it('api and worker stay up, every acknowledged command is in the journal once, and none is left open', async () => {
    const requester = await demoCaller(stack.url, '吴迪');
    const pids = [stack.api.pid(), stack.worker.pid()];
    let going = true;
    const acknowledged: string[] = [];
    const statuses = new Map<number, number>();

    const told = ({ status }: { status: number }): number => {
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      return status;
    };

    /** Presses again with the same key until the outcome is told, as the browser does. */
    const drive = async (person: Caller): Promise<void> => {
      while (going) {
        const draft = await person.press<{ id: string }>('/requests', {
          definition: 'research-plan-approval',
          form: researchOf('general', '5000.00'),
        });
        if (told(draft) !== 201) continue;
        const press = person.with({ 'Idempotency-Key': randomUUID() });
        for (let tries = 0; tries < 40; tries++) {
          const status = told(await press.post(`/requests/${draft.body.id}/submit`));
          if (status === 200) acknowledged.push(draft.body.id);
          if (status < 500) break;
          await pause(50);
        }
      }
    };

    const driving = Array.from({ length: DRIVERS }, () => drive(requester));
    for (let round = 0; round < TERMINATIONS; round++) {
      await killer.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND ($1 OR random() < 0.4)`,
        [round % 10 === 9],
      );
      await pause(120);
    }
    going = false;
    await Promise.all(driving);

    expect([stack.api.pid(), stack.worker.pid()]).toEqual(pids);
    expect(acknowledged.length).toBeGreaterThan(5);
    expect([...statuses.keys()].filter((status) => status >= 500 && status !== 503)).toEqual([]);
    const { rows } = await killer.query<{ id: string; n: number }>(
      'SELECT request_id AS id, count(*)::int AS n FROM transition GROUP BY 1',
    );
    const journal = new Map(rows.map(({ id, n }) => [id, n]));
    expect(acknowledged.filter((id) => journal.get(id) !== 1)).toEqual([]);
    for (const until = Date.now() + 60_000; Date.now() < until; await pause(500)) {
      const { rows: open } = await killer.query(`SELECT 1 FROM command WHERE status = 'open'`);
      if (open.length === 0 && (await ready(stack.url))) break;
    }
    expect((await killer.query(`SELECT id FROM command WHERE status = 'open'`)).rows).toEqual([]);
    expect(await ready(stack.url)).toBe(true);
    expect(stack.worker.log(2_000)).not.toMatch(/Unhandled/);
    expect(await stack.cli('verify-journal')).toMatch(/\d/);
  }, 240_000);
});
