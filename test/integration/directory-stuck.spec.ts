import { DEMO_DIRECTORY } from '@countersign/definitions';
import { Client, Connection } from '@temporalio/client';
import { Pool } from 'pg';
import { administrator } from '../support/administrator';
import { type Caller, demoCaller } from '../support/caller';
import { publish } from '../support/publish';
import { type Stack, startStack } from '../support/stack';

const { company } = DEMO_DIRECTORY;
const zhang = DEMO_DIRECTORY.people.find(({ key }) => key === 'zhang-wei')!;
const posts = DEMO_DIRECTORY.positions.filter(({ person }) => person === zhang.key);
const label = { zh: '便条', en: 'Note' };
const NOTE = {
  key: 'stuck-note',
  version: 1,
  title: label,
  area: 'service',
  numberPrefix: 'SN',
  start: { everyone: true },
  form: { fields: [{ key: 'reason', type: 'text', label, required: true }] },
  sentence: label,
  rowTitle: label,
  flow: [{ kind: 'approve', id: 'look', title: label, assignee: { by: 'superior' } }],
};
/** More than are told at the same time. */
const STUCK = 9;

interface Read {
  status: string;
  current: { people: { name: { zh: string } }[] }[];
}

describe('requests whose run does not answer when the directory has changed', () => {
  let stack: Stack;
  let admin: Caller;
  let li: Caller;
  let database: Pool;

  beforeAll(async () => {
    stack = await startStack();
    admin = await administrator(stack);
    expect((await admin.post('/definitions', NOTE)).status).toBe(201);
    expect((await publish(admin, NOTE)).status).toBe(200);
    li = await demoCaller(stack.url, '李娜');
    database = new Pool({ connectionString: stack.databaseUrl, max: 2 });
  });
  afterAll(async () => {
    await database?.end();
    await stack?.stop();
  });

  const submitted = async (): Promise<string> => {
    const sent = await li.press<{ view: { id: string } }>('/requests?submit=true', { definition: NOTE.key, form: { reason: 'x' } });
    return sent.body.view.id;
  };
  const asked = async (id: string): Promise<string[]> =>
    (await li.get<Read>(`/requests/${id}`)).body.current.flatMap(({ people }) => people.map(({ name }) => name.zh));
  const until = async (what: string, look: () => Promise<boolean>, seconds = 90): Promise<void> => {
    for (const end = Date.now() + seconds * 1_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 250)))
      if (await look()) return;
    throw new Error(`Expected ${what}, but it did not come to that:\n${stack.worker.log(30)}`);
  };
  const count = async (sql: string, values: unknown[] = []): Promise<number> =>
    (await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, values)).rows[0]!.n;
  const notices = async (caller: Caller): Promise<{ notice: string; requestId: string; supersededAt: string | null }[]> =>
    (await caller.get<{ items: { notice: string; requestId: string; supersededAt: string | null }[] }>('/notifications?limit=100')).body
      .items;

  it('keep nobody else waiting, are tried again by themselves, and in the end have an owner', async () => {
    const stuck: string[] = [];
    for (let k = 0; k < STUCK; k += 1) stuck.push(await submitted());
    const sound = await submitted();
    const connection = await Connection.connect({ address: stack.temporalAddress });
    const { workflow } = new Client({ connection, namespace: stack.namespace });
    for (const id of stuck) {
      await workflow.getHandle(`request/${id}`).terminate('a test puts a run in its place that cannot take a step');
      await workflow.start('requestWorkflow', { workflowId: `request/${id}`, taskQueue: 'countersign-requests', args: [null] });
    }
    await connection.close();
    const successor = { key: 'he-jun', name: { zh: '何军', en: 'He Jun' }, login: 'he.jun' };
    const { status } = await admin.post('/directory/import', {
      company,
      people: [{ ...zhang, active: false }, successor],
      positions: posts.map((post) => ({ ...post, person: successor.key })),
    });
    expect(status).toBe(200);

    await until('the sound request to follow', async () => (await asked(sound)).join() === '何军');
    await until(
      'the review to end',
      async () => (await count('company c JOIN directory_review v ON v.company_id = c.id AND v.version = c.directory_version')) === 1,
    );
    const missed = await database.query<{ request_id: string }>('SELECT request_id FROM directory_missed');
    expect(missed.rows.map(({ request_id }) => request_id).toSorted()).toEqual(stuck.toSorted());
    expect(await asked(stuck[0]!)).toEqual(['张伟']);

    // Their time has come often enough.
    await database.query(`UPDATE directory_missed SET tries = 20, next_at = clock_timestamp() - interval '1 second'`);
    const operator = await demoCaller(stack.url, '蒋明');
    const told = async (): Promise<string[]> =>
      (await notices(operator)).filter(({ notice }) => notice === 'request-stuck').map(({ requestId }) => requestId);
    await until('their owner to be told', async () => (await told()).length === STUCK);
    expect((await told()).toSorted()).toEqual(stuck.toSorted());
    expect(await count('directory_missed WHERE told_at IS NULL')).toBe(0);

    // The owner begins one anew: from then on it follows by itself, and says so.
    const mended = stuck[4]!;
    expect((await operator.post(`/requests/${mended}/rebuild`)).status).toBeLessThan(300);
    await until('the mended request to follow', async () => (await asked(mended)).join() === '何军');
    await until('it to be off the list', async () => (await count('directory_missed WHERE request_id = $1', [mended])) === 0);
    expect((await notices(operator)).find(({ requestId, notice }) => requestId === mended && notice === 'request-stuck')).toMatchObject({
      supersededAt: expect.any(String),
    });
    expect(await count('directory_missed')).toBe(STUCK - 1);
  });
});
