import type { Definition } from '@countersign/domain';
import { Case, eventually, openRoom, pause, type Room } from './engine/room';
import { sampleDefinition, seedDefinition } from './engine/sample';

jest.setTimeout(60_000);

/** Definitions as an older release could have left them: stored, published, and nothing that this one can run. */
const POISONED: [string, Definition][] = [
  ['whose guard is gone', sampleDefinition({ key: 'no-guard', submitChecks: [{ type: 'long-gone', params: { field: 'invoice' } }] })],
  ['whose form is of another format', { ...sampleDefinition({ key: 'no-form' }), form: {} } as Definition],
];

describe('a definition that cannot be compiled', () => {
  let room: Room;

  beforeAll(async () => {
    room = await openRoom();
    await room.startWorker();
  }, 120_000);

  afterAll(async () => {
    await room?.stop();
  });

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

describe('a run whose request the journal has lost', () => {
  let room: Room;

  beforeAll(async () => {
    room = await openRoom();
    await room.startWorker();
  }, 120_000);

  afterAll(async () => {
    await room?.stop();
  });

  it('asks once when its deadline comes, and stops', async () => {
    const request = await new Case(room).draft();
    await request.submit();
    await request.send('asker', request.body('asker', 'withdraw'));
    await room.dataSource.query('TRUNCATE request CASCADE');
    const before = await request.history();
    await eventually(
      () => request.history(),
      ({ length }) => length > before.length,
    );
    await pause(1_000);
    const stopped = await request.history();
    await pause(1_500);
    expect((await request.history()).length).toBe(stopped.length);
  });
});
