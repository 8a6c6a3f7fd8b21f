import { randomUUID } from 'node:crypto';
import { ProcessCache, RestoreWatch } from '@countersign/database';
import { Case, openRoom, type Room } from './engine/room';
import { eventually } from '../support/eventually';
import { sampleDefinition, seedDefinition } from './engine/sample';

/** Tables that a backup would bring back. */
const TABLES = [
  'request',
  'request_round',
  'transition',
  'command',
  'task',
  'copy',
  'participant',
  'claimed_value',
  'request_text',
  'standing',
  'comment',
  'outbox',
  'notification',
];

describe('workflow and journal', () => {
  let room: Room;

  beforeAll(async () => {
    room = await openRoom();
    await room.startWorker();
  });

  afterAll(async () => {
    await room?.stop();
  });

  const query = (sql: string, values?: unknown[]): Promise<never[]> => room.dataSource.query(sql, values);

  it('go on as new after sixteen commands without anybody noticing', async () => {
    const request = await new Case(room).draft();
    await request.submit();
    const handle = room.temporal.workflow.getHandle(`request/${request.id}`);
    const first = (await handle.describe()).runId;
    for (let round = 0; round < 9; round += 1) {
      expect(await request.decide('checker', 'return', { to: 'requester', comment: 'again' })).toMatchObject({ kind: 'done' });
      const body = request.body('asker', 'resubmit', { form: { amount: { minor: '50000', currency: 'CNY' } } });
      expect(await request.send('asker', body)).toMatchObject({ kind: 'done' });
    }
    expect((await request.row()).n).toBe(19);
    expect((await handle.describe()).runId).not.toBe(first);
    expect((await request.history()).length).toBeLessThan(60);
  });

  it('block one request whose data cannot be stored, and no other', async () => {
    const [bad, good] = [await new Case(room).draft(), await new Case(room).draft()];
    // What a form can hold is judged with the form; this stands for whatever only the database finds out.
    await query('ALTER TABLE request ADD CONSTRAINT refused_by_the_database CHECK (amount_minor <> 131313)');
    const answer = await bad.submit('131313');
    expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'poisoned', params: { reason: expect.stringContaining('23514') } } });
    expect(await bad.transitions()).toEqual([expect.objectContaining({ n: 1, type: 'block', command_id: `${bad.id}:block:0` })]);
    expect(await bad.row()).toMatchObject({ status: 'blocked' });
    expect(await bad.submit()).toMatchObject({ kind: 'refused', refusal: { code: 'poisoned' } });
    expect(await good.submit()).toEqual({ kind: 'done', n: 1 });
  });

  it('block one request whose row is larger than an index takes, and no other', async () => {
    const [bad, good] = [await new Case(room).draft(), await new Case(room).draft()];
    // Stands for any index that some value does not fit into: an entry may have a third of a page.
    await query(`CREATE FUNCTION widened(minor bigint) RETURNS text IMMUTABLE LANGUAGE sql AS
      $$ SELECT string_agg(md5((minor * i)::text), '') FROM generate_series(1, CASE WHEN minor = 141414 THEN 400 ELSE 1 END) AS i $$`);
    await query('CREATE INDEX wider_than_a_page ON request (widened(amount_minor))');
    const answer = await bad.submit('141414');
    expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'poisoned', params: { reason: expect.stringContaining('54000') } } });
    expect(await bad.transitions()).toEqual([expect.objectContaining({ n: 1, type: 'block' })]);
    expect(await bad.row()).toMatchObject({ status: 'blocked' });
    expect(await good.submit()).toEqual({ kind: 'done', n: 1 });
    await query('DROP INDEX wider_than_a_page');
    await query('DROP FUNCTION widened');
  });

  it('take no amount that no column holds', async () => {
    const request = await new Case(room).draft();
    expect(await request.submit('9'.repeat(25))).toMatchObject({ kind: 'refused', refusal: { code: 'invalid-field' } });
    expect(await request.submit()).toEqual({ kind: 'done', n: 1 });
  });

  it('cancel what has not left when a decision is undone, and refuse the undo when something has', async () => {
    const slow = await seedDefinition(room.dataSource, room.company.id, sampleDefinition({ key: 'slow', graceSeconds: 60 }));
    const [early, late] = [await new Case(room).draft(slow), await new Case(room).draft(slow)];
    for (const request of [early, late]) {
      await request.submit();
      await request.decide('checker', 'approve');
      await query(
        `INSERT INTO outbox (company_id, request_id, n, key, effect, state, not_before) VALUES ($1, $2, 2, $3, '{"type":"supersede-notices","step":null}', $4, now() + interval '1 hour')`,
        [room.company.id, request.id, randomUUID(), request === early ? 'waiting' : 'claimed'],
      );
    }
    expect(await early.send('checker', early.body('checker', 'undo'))).toEqual({ kind: 'done', n: 3 });
    expect(await late.send('checker', late.body('checker', 'undo'))).toMatchObject({ kind: 'refused', refusal: { code: 'undo-too-late' } });
    expect(await query('SELECT state FROM outbox WHERE not_before IS NOT NULL AND request_id = $1', [early.id])).toEqual([
      { state: 'cancelled' },
    ]);
  });

  it('pass the check when nothing was touched', async () => {
    const report = await room.verifier.verify();
    expect(report).toMatchObject({ passed: true, findings: [] });
    expect(report.requests).toBeGreaterThan(4);
  });

  it('show a changed comment in the chain and a changed row in the read model, each at its request alone', async () => {
    const [forged, shifted] = [await new Case(room).draft(), await new Case(room).draft()];
    for (const request of [forged, shifted]) {
      await request.submit();
      await request.decide('checker', 'approve', { comment: 'seen' });
    }
    await query(`UPDATE transition SET comment = 'not seen' WHERE request_id = $1 AND n = 2`, [forged.id]);
    await query(`UPDATE task SET person_id = $2 WHERE request_id = $1 AND status = 'open'`, [shifted.id, room.company.people.ops]);
    const report = await room.verifier.verify();
    expect(report.passed).toBe(false);
    expect(report.findings.map(({ requestId, kind }) => [requestId, kind])).toEqual(
      expect.arrayContaining([
        [forged.id, 'chain'],
        [shifted.id, 'read-model'],
      ]),
    );
    expect(new Set(report.findings.map(({ requestId }) => requestId))).toEqual(new Set([forged.id, shifted.id]));
    const mended = await room.verifier.verify({ requestId: shifted.id, rebuild: true });
    expect(mended).toMatchObject({ passed: true });
    await eventually(
      () => shifted.row(),
      ({ diverged }) => diverged === null,
    );
    expect(await shifted.decide('lead', 'approve')).toEqual({ kind: 'done', n: 3 });
    await query(`UPDATE transition SET comment = 'seen' WHERE request_id = $1 AND n = 2`, [forged.id]);
    await query('UPDATE request SET diverged = NULL WHERE id = $1', [forged.id]);
  });

  it('mark exactly the requests that an older backup has forgotten, keep the gate shut, and go on after a rebuild', async () => {
    const [same, ahead] = [await new Case(room).draft(), await new Case(room).draft()];
    for (const request of [same, ahead]) await request.submit();
    await eventually(
      () => query(`SELECT 1 FROM request WHERE outcome IS NOT NULL AND closed_at IS NULL`),
      (rows) => rows.length === 0,
    );
    await query('CREATE SCHEMA backup');
    for (const table of TABLES) await query(`CREATE TABLE backup.${table} AS TABLE public.${table}`);
    await ahead.decide('checker', 'approve');
    await query(`TRUNCATE ${TABLES.join(', ')} CASCADE`);
    for (const table of TABLES) await query(`INSERT INTO public.${table} OVERRIDING SYSTEM VALUE SELECT * FROM backup.${table}`);
    const watch = room.get(RestoreWatch);
    await watch.restored();

    const report = await room.verifier.verify();
    expect(report.passed).toBe(false);
    expect(await watch.isShut()).toBe(true);
    expect(await query('SELECT id FROM request WHERE diverged IS NOT NULL')).toEqual([{ id: ahead.id }]);
    expect(await ahead.decide('checker', 'approve')).toMatchObject({ kind: 'refused', refusal: { code: 'diverged' } });

    expect(await room.verifier.verify({ rebuild: true })).toMatchObject({ passed: true });
    expect(await watch.isShut()).toBe(false);
    await eventually(
      () => ahead.row(),
      ({ diverged }) => diverged === null,
    );
    expect(await ahead.decide('checker', 'approve')).toEqual({ kind: 'done', n: 2 });
    expect(await same.decide('checker', 'approve')).toEqual({ kind: 'done', n: 2 });
  });

  it('stop the request when the journal is not what the workflow has folded', async () => {
    const request = await new Case(room).draft();
    await request.submit();
    await query(`UPDATE transition SET hash = repeat('0', 64) WHERE request_id = $1`, [request.id]);
    await query(`UPDATE request SET hash = repeat('0', 64) WHERE id = $1`, [request.id]);
    expect(await request.decide('checker', 'approve')).toMatchObject({ kind: 'refused', refusal: { code: 'diverged' } });
    expect((await request.row()).diverged).toMatchObject({ reason: expect.stringContaining('n = 1') });
    expect(await request.transitions()).toHaveLength(1);
  });

  it('know each definition by its hash', async () => {
    const known = await room.get(ProcessCache).byDefinitionId(room.company.definitionId);
    expect(known?.process.hash).toBe((await room.get(ProcessCache).byDefinitionHash(known?.process.hash ?? ''))?.process.hash);
  });
});
