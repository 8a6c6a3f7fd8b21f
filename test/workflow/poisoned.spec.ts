import { ProcessCache } from '@countersign/database';
import type { Definition } from '@countersign/domain';
import { Case, openRoom, type Room, type WorkerProcess } from './engine/room';
import { eventually, pause } from '../support/eventually';
import { sampleDefinition, seedDefinition } from './engine/sample';

/** Definitions as an older release could have left them: stored, published, and nothing that this one can run. */
const POISONED: [string, Definition][] = [
  ['whose guard is gone', sampleDefinition({ key: 'no-guard', submitChecks: [{ type: 'long-gone', params: { field: 'invoice' } }] })],
  ['whose form is of another format', { ...sampleDefinition({ key: 'no-form' }), form: {} } as Definition],
];

/** Types of events in a run's history, as Temporal numbers them. */
const TIMER_FIRED = '18';
const MARKER_RECORDED = '25';

let room: Room;
let worker: WorkerProcess;

beforeAll(async () => {
  room = await openRoom();
  worker = await room.startWorker();
});
afterAll(async () => {
  await room?.stop();
});

describe('a definition that cannot be compiled', () => {
  const query = <Row>(sql: string, values?: unknown[]): Promise<Row[]> => room.dataSource.query(sql, values);

  it.each(POISONED)('%s blocks its request with an owner and settles the command', async (_, definition) => {
    const id = await seedDefinition(room.dataSource, room.company.id, definition);
    const request = await new Case(room).draft(id);
    await query(`UPDATE request SET form = '{"invoice":"kept"}', row_title = '{"zh":"草稿","en":"Draft"}' WHERE id = $1`, [request.id]);
    expect(await request.submit()).toMatchObject({ kind: 'refused', refusal: { code: 'poisoned' } });
    expect(await request.row()).toMatchObject({
      n: 1,
      status: 'blocked',
      form: { invoice: 'kept' },
      row_title: { zh: '草稿', en: 'Draft' },
      state: { context: { poisoned: { owners: [room.company.people.ops] } } },
    });
    expect(await request.tasks()).toEqual([
      expect.objectContaining({ kind: 'unblock', status: 'open', person_id: room.company.people.ops }),
    ]);
    expect(await request.submit()).toMatchObject({ kind: 'refused', refusal: { code: 'poisoned' } });
    expect(await request.transitions()).toHaveLength(1);
    expect(await query(`SELECT id FROM command WHERE request_id = $1 AND status <> 'refused'`, [request.id])).toEqual([]);
    expect(await room.verifier.verify({ requestId: request.id })).toMatchObject({ passed: true, findings: [] });
  });

  it('leaves the worker to the others', async () => {
    const good = await new Case(room).draft();
    expect(await good.submit()).toEqual({ kind: 'done', n: 1 });
  });

  it('stops the run where its content is not what was published', async () => {
    const id = await seedDefinition(room.dataSource, room.company.id, sampleDefinition({ key: 'forged' }));
    await query(`UPDATE definition SET body = jsonb_set(body, '{graceSeconds}', '5') WHERE id = $1`, [id]);
    const request = await new Case(room).draft(id);
    expect(await request.submit()).toMatchObject({ kind: 'refused', refusal: { code: 'diverged' } });
    expect(await request.transitions()).toEqual([]);
    expect((await request.row()).diverged).toMatchObject({ reason: expect.stringContaining('definition') });
  });
});

describe('a request whose id is spelt in capitals', () => {
  it('has one run, and goes on', async () => {
    const request = await new Case(room).draft();
    await request.submit();
    const body = { ...request.body('asker', 'withdraw'), requestId: request.id.toUpperCase() };
    expect(await request.send('asker', body)).toEqual({ kind: 'done', n: 2 });
    expect(await room.verifier.verify({ requestId: request.id })).toMatchObject({ passed: true, findings: [] });
  });

  it('is not marked by a run that goes by another spelling', async () => {
    const request = await new Case(room).draft();
    await request.submit();
    const other = request.id.toUpperCase();
    const { definition } = (await room.get(ProcessCache).byDefinitionId(room.company.definitionId))!.process;
    const run = await room.temporal.workflow.start('requestWorkflow', {
      workflowId: `request/${other}`,
      taskQueue: 'countersign-requests',
      args: [{ definition, requestId: other, state: null, n: 0, hash: null }],
    });
    await run.executeUpdate('reresolve', { args: [{ change: 'import', by: null }] }).catch(() => undefined);
    expect((await request.row())['diverged']).toBeNull();
    expect(await request.decide('checker', 'approve')).toEqual({ kind: 'done', n: 2 });
  });
});

// It takes every request away, while nothing is on its way.
describe('a run whose request the journal has lost', () => {
  it('asks once when its deadline comes, and stops', async () => {
    const slow = await seedDefinition(room.dataSource, room.company.id, sampleDefinition({ key: 'lost', graceSeconds: 8 }));
    const request = await new Case(room).draft(slow);
    await request.submit();
    await request.send('asker', request.body('asker', 'withdraw'));
    // What the worker does beside it may stand in the way of so many locks once.
    await eventually(
      () =>
        room.dataSource.query('TRUNCATE request CASCADE').then(
          () => null,
          ({ code }: { code?: string }) => code,
        ),
      (code) => code !== '40P01',
    );
    expect((await request.history()).types).not.toContain(TIMER_FIRED);
    await eventually(
      () => request.history(),
      ({ types }) => types.includes(TIMER_FIRED) && types.slice(types.indexOf(TIMER_FIRED)).includes(MARKER_RECORDED),
    );
    await pause(1_500);
    const stopped = await request.history();
    await pause(1_500);
    expect((await request.history()).length).toBe(stopped.length);
  });
});

describe('requests that are too slow to be stored', () => {
  it('stop nobody else, on a quiet day and several at once', async () => {
    const { dataSource } = room;
    const failed = (): number => worker.output().match(/record failed and will be tried again/g)?.length ?? 0;
    const before = failed();
    // The first of all makes the sequence of numbers, for which others wait.
    await (await new Case(room).draft()).submit();
    const slow = [await new Case(room).draft(), await new Case(room).draft(), await new Case(room).draft()];
    await dataSource.query(`CREATE TABLE slow AS SELECT unnest($1::uuid[]) AS id`, [slow.map(({ id }) => id)]);
    await dataSource.query(`CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF EXISTS (SELECT 1 FROM slow WHERE id = NEW.request_id) THEN PERFORM pg_sleep(60); END IF; RETURN NEW; END $$`);
    await dataSource.query('CREATE TRIGGER slowly BEFORE INSERT ON transition FOR EACH ROW EXECUTE FUNCTION slowly()');
    await Promise.all(slow.map((request) => request.submit()));
    await eventually(
      async () => failed(),
      (times) => times >= before + 6,
    );
    expect(worker.output()).not.toContain('no more polling');
    for (let times = 0; times < 3; times += 1) {
      const begun = Date.now();
      expect(await (await new Case(room).draft()).submit()).toEqual({ kind: 'done', n: 1 });
      // Behind one of the slow ones it would be a minute.
      expect(Date.now() - begun).toBeLessThan(30_000);
    }
    await eventually(
      () => Promise.all(slow.map((request) => request.row())),
      (rows) => rows.every(({ diverged, status }) => diverged !== null || status === 'blocked'),
    );
  }, 300_000);
});
