import { randomUUID } from 'node:crypto';
import { JournalRepository, ProcessCache, RestoreWatch } from '@countersign/database';
import { poisonedProcess } from '@countersign/domain';
import { Case, openRoom, type Room } from './engine/room';
import { eventually } from '../support/eventually';
import { sampleDefinition, seedDefinition } from './engine/sample';

/** Tables that are made of the journal, with an order that does not depend on when rows were written. */
const TABLES = {
  request: 'id',
  task: 'id',
  copy: 'request_id, person_id, step',
  participant: 'request_id, person_id',
  claimed_value: 'check_name, value',
  request_text: 'request_id',
};

const WIPE = [
  'DELETE FROM task',
  'DELETE FROM copy',
  'DELETE FROM participant',
  'DELETE FROM claimed_value',
  'DELETE FROM request_text',
  `UPDATE request SET hash = NULL, chain_hash = NULL, state = NULL, form = '{}', status = 'running', row_title = NULL, amount_minor = NULL, listed_amount = NULL, currency = NULL,
     current_step = NULL, due_at = NULL, round = 0, submitted_at = NULL, finished_at = NULL, closed_at = NULL, outcome = NULL, updated_at = now(), number = NULL`,
];

const both = (text: string) => ({ zh: text, en: text });

/** The sample with everything that leaves rows behind: a due day, a notice, a claimed value, a step that may find nobody. */
function richDefinition(key: string, role: string, graceSeconds = 1) {
  const sample = sampleDefinition();
  const [check, grant] = sample.flow;
  if (check?.kind !== 'review' || !grant) throw new Error('Expected the sample to have a review and a grant, but it has not');
  return sampleDefinition({
    key,
    graceSeconds,
    form: { fields: [...sample.form.fields, { key: 'by', type: 'date', label: both('By') }] },
    flow: [
      { ...check, assignee: { by: 'role', role, scope: 'company' }, due: { field: 'by' } },
      { id: 'tell', kind: 'cc', title: both('Tell'), to: [{ by: 'role', role: 'ops', scope: 'company' }] },
      grant,
    ],
  });
}

/** As a program would see the definitions whose code has lost a guard that they name; the workers here still have it. */
function unrunnable(room: Room): jest.SpyInstance {
  const cache = room.get(ProcessCache);
  const load = cache.byDefinitionId.bind(cache);
  return jest.spyOn(cache, 'byDefinitionId').mockImplementation(async (id) => {
    const known = await load(id);
    if (!known) return null;
    const { definition, hash } = known.process;
    return { ...known, process: poisonedProcess(definition, hash, 'Expected to know the guard long-gone, but there is none') };
  });
}

describe('a request whose rows are lost', () => {
  let room: Room;
  let rich: string;
  let again: Case;

  beforeAll(async () => {
    room = await openRoom();
    await room.startWorker();
    rich = await seedDefinition(room.dataSource, room.company.id, richDefinition('rich', 'checker'));
    again = await unblocked();
  });

  afterAll(async () => {
    await room?.stop();
  });

  const query = <Row>(sql: string, values?: unknown[]): Promise<Row[]> => room.dataSource.query(sql, values);
  const submitted = async (definition = rich): Promise<Case> => {
    const request = await new Case(room).draft(definition);
    expect(await request.submit('50000', { invoice: randomUUID(), by: '2027-03-28' })).toEqual({ kind: 'done', n: 1 });
    return request;
  };

  async function snapshot(): Promise<Record<string, unknown[]>> {
    const tables = Object.entries(TABLES).map(async ([table, order]) => {
      const rows = await query<{ row: object }>(`SELECT to_jsonb(t) - 'diverged' AS row FROM ${table} t ORDER BY ${order}`);
      return [table, rows.map(({ row }) => row)] as const;
    });
    return Object.fromEntries(await Promise.all(tables));
  }

  /** Nobody was found, somebody is found later, decides, and takes it back: every kind of task of one step. */
  async function unblocked(): Promise<Case> {
    const late = await seedDefinition(room.dataSource, room.company.id, richDefinition('late', 'late-checker', 600));
    const request = await submitted(late);
    expect(await request.send('ops', request.body('ops', 'resolve-again'))).toEqual({ kind: 'done', n: 2 });
    expect(await request.row()).toMatchObject({ status: 'blocked' });
    await query(
      `INSERT INTO position (id, company_id, key, person_id, role, unit_id, title, grade, covers, is_primary)
       SELECT gen_random_uuid(), company_id, 'late', person_id, 'late-checker', unit_id, title, grade, covers, false FROM position WHERE key = 'checker'`,
    );
    expect(await request.send('ops', request.body('ops', 'resolve-again'))).toEqual({ kind: 'done', n: 3 });
    expect(await request.decide('checker', 'approve')).toEqual({ kind: 'done', n: 4 });
    expect(await request.send('checker', request.body('checker', 'undo'))).toEqual({ kind: 'done', n: 5 });
    // Whoever takes a decision back has waited since the task came, not since then.
    const since = await query<{ status: string; opened_at: Date }>(
      `SELECT status, opened_at FROM task WHERE request_id = '${request.id}' AND step = 'check' AND kind <> 'unblock' ORDER BY generation`,
    );
    expect(since).toEqual([
      { status: 'closed', opened_at: since[0]?.opened_at },
      { status: 'open', opened_at: since[0]?.opened_at },
    ]);
    return request;
  }

  /** Returned, and blocked by a resubmit that the database does not store. */
  async function stopped(): Promise<void> {
    await query('ALTER TABLE request ADD CONSTRAINT refused_by_the_database CHECK (amount_minor <> 131313)');
    const request = await submitted();
    await request.decide('checker', 'approve', { fields: { voucher: 'V-4' } });
    await request.decide('lead', 'return', { to: 'requester', comment: 'again' });
    const form = { amount: { minor: '131313', currency: 'CNY' }, invoice: randomUUID(), by: '2027-03-28' };
    const answer = await request.send('asker', request.body('asker', 'resubmit', { form }));
    expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'poisoned' } });
    expect(await request.transitions()).toHaveLength(4);
  }

  it('gets every one of them back from its journal, byte for byte', async () => {
    const [open, finished, returned, withdrawn] = [await submitted(), await submitted(), await submitted(), await submitted()];
    await open.decide('checker', 'approve', { fields: { voucher: 'V-1' } });
    await finished.decide('checker', 'approve');
    await finished.decide('lead', 'approve');
    await returned.decide('checker', 'approve', { fields: { voucher: 'V-2' } });
    await returned.decide('lead', 'return', { to: 'requester', comment: 'again' });
    await withdrawn.send('asker', withdrawn.body('asker', 'withdraw'));
    for (const request of [finished, withdrawn])
      await eventually(
        () => request.row(),
        (row) => row.closed_at !== null,
      );
    expect(await room.verifier.verify()).toMatchObject({ passed: true, findings: [] });
    const before = await snapshot();
    expect(Object.fromEntries(Object.entries(before).map(([table, rows]) => [table, rows.length > 0]))).toEqual(
      Object.fromEntries(Object.keys(TABLES).map((table) => [table, true])),
    );

    for (const statement of WIPE) await query(statement);
    const found = await room.verifier.verify();
    expect(new Set(found.findings.map(({ requestId }) => requestId)).size).toBe(5);
    expect(await room.verifier.verify({ rebuild: true })).toMatchObject({ passed: true });
    expect(await snapshot()).toEqual(before);
    await eventually(
      () => query('SELECT id FROM request WHERE diverged IS NOT NULL'),
      (rows) => rows.length === 0,
    );
    expect(await room.verifier.verify()).toMatchObject({ passed: true, findings: [] });
    expect(await open.decide('lead', 'approve')).toEqual({ kind: 'done', n: 3 });
    expect(await again.decide('checker', 'approve')).toEqual({ kind: 'done', n: 6 });
  });

  it('is compared without being folded where its definition can no longer be run, and is no difference', async () => {
    await stopped();
    const ids = (await query<{ id: string }>('SELECT id FROM request WHERE n > 0')).map(({ id }) => id).sort();
    const [gone, watch] = [unrunnable(room), room.get(RestoreWatch)];
    try {
      await watch.restored();
      const report = await room.verifier.verify();
      expect(report).toMatchObject({ passed: true, findings: [] });
      expect(report.notes.map(({ requestId }) => requestId).sort()).toEqual(ids);
      expect(report.notes[0]?.detail).toMatch(/cannot be folded.*guard long-gone/);
      expect(await watch.isShut()).toBe(false);
      expect(await query('SELECT id FROM request WHERE diverged IS NOT NULL')).toEqual([]);
    } finally {
      gone.mockRestore();
    }
  });

  it.each([
    ['chain', `UPDATE transition SET comment = 'never said' WHERE request_id = $1 AND n = 1`],
    ['chain', `UPDATE transition SET at = at + interval '1 day' WHERE request_id = $1 AND n = 1`],
    ['chain', `UPDATE transition SET actor_id = gen_random_uuid() WHERE request_id = $1 AND n = 2`],
    ['chain', `UPDATE transition SET type = 'reject' WHERE request_id = $1 AND n = 2`],
    ['journal', `DELETE FROM transition WHERE request_id = $1 AND n = 2`],
    ['journal', `DELETE FROM transition WHERE request_id = $1 AND n = 1`],
    ['read-model', `UPDATE request SET state = jsonb_set(state, '{context,round}', '7') WHERE id = $1`],
    ['read-model', `UPDATE request SET status = 'approved' WHERE id = $1`],
    [
      'read-model',
      `UPDATE task SET person_id = (SELECT requester_id FROM request WHERE id = $1) WHERE request_id = $1 AND kind <> 'unblock'`,
    ],
    ['read-model', `UPDATE task SET decision = 'reject' WHERE request_id = $1 AND decision = 'approve'`],
    ['read-model', `DELETE FROM participant WHERE request_id = $1`],
  ])('differs in the %s all the same where a definition can no longer be run: %s', async (kind, change) => {
    const request = await submitted();
    await request.decide('checker', 'approve', { fields: { voucher: 'V-3' } });
    await query(change, [request.id]);
    const gone = unrunnable(room);
    try {
      for (const rebuild of [false, true]) {
        const { passed, findings } = await room.verifier.verify({ requestId: request.id, rebuild });
        expect([passed, findings.map((found) => found.kind), findings.some(({ mended }) => mended)]).toEqual([
          false,
          expect.arrayContaining([kind]),
          false,
        ]);
      }
    } finally {
      gone.mockRestore();
    }
  });

  it('sets a run on its way again that cannot be folded here, and leaves the rows alone', async () => {
    const request = await submitted();
    await query(`UPDATE request SET diverged = '{"reason":"cannot be folded","since":"2026-01-01T00:00:00.000Z"}' WHERE id = $1`, [
      request.id,
    ]);
    const before = await snapshot();
    const gone = unrunnable(room);
    try {
      expect(await room.verifier.verify({ requestId: request.id })).toMatchObject({ passed: false, findings: [{ kind: 'workflow' }] });
      expect(await room.verifier.verify({ requestId: request.id, rebuild: true })).toMatchObject({ passed: true });
    } finally {
      gone.mockRestore();
    }
    await eventually(
      () => request.row(),
      ({ diverged }) => diverged === null,
    );
    expect(await snapshot()).toEqual(before);
  });

  it('explains a task that was opened again as it was explained before', async () => {
    const tasks = await query<{ kind: string; status: string; derivation: { result: string } }>(
      `SELECT t.kind, t.derivation FROM task t JOIN request r ON r.id = t.request_id JOIN definition d ON d.id = r.definition_id
       WHERE d.key = 'late' AND t.step = 'check' ORDER BY t.opened_at`,
    );
    expect(tasks.map(({ kind, derivation }) => [kind, derivation.result])).toEqual([
      ['unblock', 'blocked'],
      ['unblock', 'blocked'],
      ['review', 'seats'],
      ['review', 'seats'],
    ]);
  });

  it('does not take a value from the request that holds it by now', async () => {
    const [mine, theirs] = [await submitted(), await submitted()];
    await query('UPDATE claimed_value SET request_id = $1 WHERE request_id = $2', [theirs.id, mine.id]);
    const report = await room.verifier.verify({ requestId: mine.id, rebuild: true });
    expect(report).toMatchObject({ passed: false, findings: [{ kind: 'read-model', mended: false }] });
  });

  it('is not taken to differ while it is decided on', async () => {
    const undoable = await seedDefinition(room.dataSource, room.company.id, richDefinition('undoable', 'checker', 600));
    const request = await submitted(undoable);
    let deciding = true;
    const looks = (async () => {
      const reports = [];
      while (deciding) reports.push(await room.verifier.verify({ requestId: request.id }));
      return reports;
    })();
    for (let times = 0; times < 12; times += 1) {
      expect(await request.decide('checker', 'approve', { fields: { voucher: `V-${times}` } })).toMatchObject({ kind: 'done' });
      expect(await request.send('checker', request.body('checker', 'undo'))).toMatchObject({ kind: 'done' });
    }
    deciding = false;
    const reports = await looks;
    expect(reports.flatMap(({ findings }) => findings)).toEqual([]);
    expect(reports.length).toBeGreaterThan(12);
    expect((await request.row())['diverged']).toBeNull();
  });

  it('is not marked for what was seen of it before its last decision', async () => {
    const request = await submitted();
    const journal = room.get(JournalRepository);
    await request.decide('checker', 'approve', { fields: { voucher: 'V-5' } });
    expect(await journal.markDiverged(request.id, 1, 'seen at n = 1')).toBe(false);
    expect((await request.row())['diverged']).toBeNull();
    expect(await journal.markDiverged(request.id, 2, 'seen at n = 2')).toBe(true);
    expect((await request.row())['diverged']).toMatchObject({ reason: 'seen at n = 2' });
  });
});
