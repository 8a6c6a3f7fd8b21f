import { randomUUID } from 'node:crypto';
import { CallRepository } from '@countersign/database';
import { commandId, type CommandBody, type DefinitionInput } from '@countersign/domain';
import { otherSystem, type OtherSystem } from './engine/listener';
import { Case, openRoom, type Room } from './engine/room';
import { eventually } from '../support/eventually';
import { sampleDefinition, seedDefinition } from './engine/sample';

describe('a request on the real servers', () => {
  let room: Room;
  let other: OtherSystem;
  let undoable: string;

  beforeAll(async () => {
    [room, other] = await Promise.all([openRoom(), otherSystem()]);
    await room.startWorker({ CALL_TARGETS: other.targets, PUBLIC_URL: 'https://countersign.test/' });
    undoable = await seedDefinition(room.dataSource, room.company.id, sampleDefinition({ key: 'undoable', graceSeconds: 600 }));
  });

  afterAll(async () => {
    await room?.stop();
    await other?.close();
  });

  it('travels from the submit to the end of its grace time', async () => {
    const request = await new Case(room).draft();
    expect(await request.submit()).toEqual({ kind: 'done', n: 1 });
    expect(await request.decide('checker', 'approve', { fields: { voucher: 'V-1' } })).toEqual({ kind: 'done', n: 2 });
    expect(await request.decide('lead', 'approve')).toEqual({ kind: 'done', n: 3 });
    expect(await request.row()).toMatchObject({ n: 3, status: 'approved', outcome: 'approved', closed_at: null, form: { voucher: 'V-1' } });
    const closed = await eventually(
      () => request.row(),
      (row) => row.closed_at !== null,
    );
    expect(closed).toMatchObject({ n: 4, status: 'approved' });
    expect((await request.tasks()).map(({ step, status, decision }) => [step, status, decision])).toEqual([
      ['check', 'decided', 'approve'],
      ['grant', 'decided', 'approve'],
    ]);
    const run = await eventually(
      () => room.temporal.workflow.getHandle(`request/${request.id}`).describe(),
      ({ status }) => status.name === 'COMPLETED',
    );
    expect(run.status.name).toBe('COMPLETED');
  });

  it('goes to the first superior whose limit covers the amount', async () => {
    const request = await new Case(room).draft();
    await request.submit('5000000');
    await request.decide('checker', 'approve');
    const [open] = (await request.tasks()).filter(({ status }) => status === 'open');
    expect(open?.person_id).toBe(room.company.people.head);
  });

  it('answers a repeated key with the first answer and decides once', async () => {
    const request = await new Case(room).draft();
    await request.submit();
    const body = await request.decision('checker', 'approve');
    const key = randomUUID();
    const answers = await Promise.all([
      request.send('checker', body, key),
      request.send('checker', body, key),
      request.send('checker', body, key),
    ]);
    expect(answers).toEqual(Array(3).fill({ kind: 'done', n: 2 }));
    expect(await request.send('checker', { ...body, comment: 'another body' }, key)).toEqual({ kind: 'conflict' });
    expect(await request.transitions()).toHaveLength(2);
  });

  it('lets one of two decide and tells the other', async () => {
    const request = await new Case(room).draft();
    await request.submit();
    const body = await request.decision('checker', 'approve');
    const answers = await Promise.all([request.send('checker', body), request.send('checker', body)]);
    expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(answers.find(({ kind }) => kind === 'refused')).toMatchObject({ refusal: { code: 'already-decided' } });
    expect(await request.transitions()).toHaveLength(2);
  });

  it('leaves no event in the history for a refused command', async () => {
    const request = await new Case(room).draft();
    await request.submit();
    const before = await request.history();
    const answer = await request.decide('lead', 'approve');
    expect(answer).toMatchObject({ kind: 'refused', refusal: { code: 'not-assignee' } });
    expect(await request.history()).toEqual(before);
  });

  it('costs six events per decision', async () => {
    const request = await new Case(room).draft();
    await request.submit('5000000');
    const before = await request.history();
    await request.decide('checker', 'approve');
    expect((await request.history()).length - before.length).toBe(6);
  });

  it('gives a claimed value back when the request is rejected, and not before', async () => {
    const [first, second, third] = (await Promise.all([1, 2, 3].map(() => new Case(room).draft(undoable)))) as [Case, Case, Case];
    const invoice = randomUUID();
    await first.submit('50000', { invoice });
    expect(await second.submit('50000', { invoice })).toMatchObject({ kind: 'refused', refusal: { code: 'value-taken' } });
    await first.decide('checker', 'approve');
    await first.decide('lead', 'reject', { comment: 'no' });
    expect(await third.submit('50000', { invoice })).toEqual({ kind: 'done', n: 1 });
    const undone = await first.send('lead', first.body('lead', 'undo'));
    expect(undone).toMatchObject({ kind: 'refused', refusal: { code: 'value-taken', params: { value: invoice } } });
  });

  it('lets one of two submits at the same moment have a value', async () => {
    const invoice = randomUUID();
    const requests = await Promise.all(Array.from({ length: 4 }, () => new Case(room).draft()));
    const answers = await Promise.all(requests.map((request) => request.submit('50000', { invoice })));
    expect(answers.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(answers.filter((answer) => answer.kind === 'refused' && answer.refusal.code === 'value-taken')).toHaveLength(3);
  });

  it.each<[string, Partial<DefinitionInput>]>([
    [
      'two fields fall under one check',
      {
        key: 'two-fields',
        submitChecks: ['invoice', 'voucher'].map((field) => ({ type: 'value-taken', params: { field, register: 'invoice' } })),
      },
    ],
    [
      'only a step asks for it',
      {
        key: 'at-the-step',
        submitChecks: [],
        flow: sampleDefinition().flow.map((step) =>
          step.id === 'check' ? { ...step, checks: [{ type: 'value-taken', params: { field: 'invoice', register: 'invoice' } }] } : step,
        ) as DefinitionInput['flow'],
      },
    ],
  ])('lets no second request have a value when %s', async (_, change) => {
    const definition = await seedDefinition(room.dataSource, room.company.id, sampleDefinition(change));
    const [first, second] = [await new Case(room).draft(definition), await new Case(room).draft(definition)];
    const invoice = randomUUID();
    expect(await first.submit('50000', { invoice })).toEqual({ kind: 'done', n: 1 });
    expect(await second.submit('50000', { invoice })).toMatchObject({ kind: 'refused', refusal: { code: 'value-taken' } });
  });

  it('restores the form when a decision is undone', async () => {
    const request = await new Case(room).draft(undoable);
    await request.submit();
    await request.decide('checker', 'approve', { fields: { voucher: 'wrong' } });
    expect(await request.row()).toMatchObject({ form: { voucher: 'wrong' } });
    expect(await request.send('checker', request.body('checker', 'undo'))).toEqual({ kind: 'done', n: 3 });
    const row = await request.row();
    expect(row.form).not.toHaveProperty('voucher');
    expect((await request.tasks()).filter(({ status }) => status === 'open').map(({ step }) => step)).toEqual(['check']);
  });

  it('is nobody’s decision any more once it is undone, on no desk; what was said stays with its task', async () => {
    const request = await new Case(room).draft(undoable);
    await request.submit();
    await request.decide('checker', 'approve');
    const done = (): Promise<{ done_at: Date | null }[]> =>
      room.dataSource.query('SELECT done_at FROM participant WHERE request_id = $1 AND person_id = $2', [
        request.id,
        room.company.people.checker,
      ]);
    expect(await done()).toEqual([{ done_at: expect.any(Date) }]);
    await request.send('checker', request.body('checker', 'undo'));
    expect(await done()).toEqual([{ done_at: null }]);
    const said = (await request.tasks()).filter(({ decision }) => decision !== null);
    expect(said).toMatchObject([{ step: 'check', status: 'closed', decision: 'approve', closing: 'undone' }]);
    expect(await room.verifier.verify({ requestId: request.id })).toMatchObject({ passed: true, findings: [] });
  });

  it('lets nobody read any more by a decision that is undone, but whoever reads it by another', async () => {
    const [check, grant] = sampleDefinition().flow;
    const both = (text: string) => ({ zh: text, en: text });
    const tell = (id: string, role: string) => ({
      ...{ id, kind: 'cc' as const, title: both(id) },
      to: [{ by: 'role' as const, role, scope: 'company' as const }],
    });
    const flow = [tell('first', 'head'), check!, tell('then', 'ops'), tell('again', 'head'), grant!];
    const definition = await seedDefinition(room.dataSource, room.company.id, sampleDefinition({ key: 'told', graceSeconds: 600, flow }));
    const request = await new Case(room).draft(definition);
    const { people } = room.company;
    const readers = async (): Promise<[string[], string[]]> => {
      const rows = <T>(text: string): Promise<T[]> => room.dataSource.query<T[]>(text, [request.id]);
      const [participants, copies] = await Promise.all([
        rows<{ person_id: string }>('SELECT person_id FROM participant WHERE request_id = $1'),
        rows<{ person_id: string; step: string }>('SELECT person_id, step FROM copy WHERE request_id = $1 ORDER BY step'),
      ]);
      const nameOf = (id: string): string => Object.entries(people).find(([, each]) => each === id)?.[0] ?? id;
      return [participants.map((row) => nameOf(row.person_id)).sort(), copies.map((row) => `${row.step} ${nameOf(row.person_id)}`)];
    };
    await request.submit();
    const before = [['asker', 'checker', 'head'], ['first head']];
    const after = [
      ['asker', 'checker', 'head', 'lead', 'ops'],
      ['again head', 'first head', 'then ops'],
    ];
    expect(await readers()).toEqual(before);
    for (let round = 0; round < 2; round += 1) {
      await request.decide('checker', 'approve');
      expect(await readers()).toEqual(after);
      await request.send('checker', request.body('checker', 'undo'));
      expect(await readers()).toEqual(before);
    }
    await request.decide('checker', 'approve');
    expect(await readers()).toEqual(after);
    expect(await room.verifier.verify({ requestId: request.id })).toMatchObject({ passed: true, findings: [] });
  });

  it('says since when the newest decision can be taken back, and nothing of what cannot', async () => {
    const request = await new Case(room).draft();
    const { id: companyId, people } = room.company;
    const send = async (id: string, body: CommandBody) => room.sender.send({ id, companyId, body });
    const submit = request.body('asker', 'submit', { form: { amount: { minor: '50000', currency: 'CNY' } } });
    expect(await send(randomUUID(), submit)).toMatchObject({ kind: 'done', n: 1, judged: { undoableSince: null } });
    const id = commandId(people.checker, randomUUID());
    const body = await request.decision('checker', 'approve');
    const answer = await send(id, body);
    const { state } = await request.row();
    expect(answer).toMatchObject({ kind: 'done', n: 2, judged: { undoableSince: state.context.undo.at(-1)?.at } });
    await request.decide('lead', 'approve');
    const later = await send(id, body);
    expect(later).toMatchObject({ kind: 'done', n: 2 });
    expect(later).not.toHaveProperty('judged');
  });

  it('keeps every sign of a comment as it was written', async () => {
    const comment = `it's 'quoted', "twice", C:\\new\\table '' \\' $1 \n E'\\x' 好`;
    const request = await new Case(room).draft();
    await request.submit();
    expect(await request.decide('checker', 'approve', { comment })).toEqual({ kind: 'done', n: 2 });
    const rows = await room.dataSource.query('SELECT comment FROM transition WHERE request_id = $1 AND n = 2', [request.id]);
    expect(rows).toEqual([{ comment }]);
  });

  it('gives dense human numbers per prefix', async () => {
    const request = await new Case(room).draft();
    await request.submit();
    const row = await request.row();
    expect(row.number).toMatch(/^PU-\d{4}-\d{4}$/);
    expect(row.row_title).toMatchObject({ en: expect.stringContaining(String(row.number)) });
  });

  it('tells people in the bell, and supersedes the notice when the task is gone', async () => {
    const request = await new Case(room).draft();
    await request.submit();
    const look = (): Promise<{ person_id: string; superseded_at: Date | null }[]> =>
      room.dataSource.query(`SELECT * FROM notification WHERE request_id = $1 AND notice = 'task-opened' ORDER BY created_at`, [
        request.id,
      ]);
    await eventually(look, (notices) => notices.length === 1);
    await request.decide('checker', 'approve');
    const notices = await eventually(look, (all) => all.length === 2 && all[0]?.superseded_at !== null);
    expect(notices.map(({ person_id, superseded_at }) => [person_id, superseded_at !== null])).toEqual([
      [room.company.people.checker, true],
      [room.company.people.lead, false],
    ]);
  });

  describe('that calls another system', () => {
    const title = { zh: '记账', en: 'Post' };
    const call = (key: string, more: object = {}) => {
      const body = { total: { field: 'amount' }, kind: { value: 'purchase' }, request: { request: true } };
      const step = { id: 'post', kind: 'call', title, to: 'ledger', path: '/entries', body, ...more };
      return sampleDefinition({ key, flow: [step, ...sampleDefinition().flow] as DefinitionInput['flow'] });
    };
    const begun = async (key: string, more: object = {}): Promise<Case> => {
      const request = await new Case(room).draft(await seedDefinition(room.dataSource, room.company.id, call(key, more)));
      expect(await request.submit()).toMatchObject({ kind: 'done', n: 1 });
      return request;
    };
    const standsAt = (request: Case, status: string) =>
      eventually(
        () => request.row(),
        ({ state }) => state.context.steps['post']?.status === status,
      );
    const ours = (request: Case) => other.received.filter(({ body }) => (body as { request: string }).request === request.id);

    it('sends it signed, again with the same id while the other is not well, and goes on once it has answered', async () => {
      other.answers.push(503, 200);
      const request = await begun('calls');
      await standsAt(request, 'passed');
      const received = ours(request);
      expect(new Set(received.map(({ id }) => id)).size).toBe(1);
      expect(received).toHaveLength(2);
      expect(received[0]).toMatchObject({
        ...{ method: 'POST', path: '/api/entries', genuine: true },
        body: { total: { amount: '500.00', currency: 'CNY' }, kind: 'purchase', request: request.id },
      });
      expect(await request.decide('checker', 'approve')).toMatchObject({ kind: 'done' });
      expect(await room.verifier.verify({ requestId: request.id })).toMatchObject({ passed: true, findings: [] });
    });

    it('follows no redirect, is stuck where it was refused, and is sent anew by its owner', async () => {
      other.answers.push(302);
      const request = await begun('refused');
      const { status, state } = await standsAt(request, 'blocked');
      expect([status, state.context.steps['post']?.owners]).toEqual(['blocked', [room.company.people.ops]]);
      expect(ours(request).map(({ path }) => path)).toEqual(['/api/entries']);
      expect(other.received.map(({ path }) => path)).not.toContain('/elsewhere');
      const again = request.body('ops', 'call-again', { step: 'post', comment: 'It moved.' });
      expect(await request.send('ops', again)).toMatchObject({ kind: 'done' });
      await standsAt(request, 'passed');
      expect(new Set(ours(request).map(({ id }) => id)).size).toBe(2);
      expect(await room.verifier.verify({ requestId: request.id })).toMatchObject({ passed: true, findings: [] });
    });

    const entry = { key: 'entry', type: 'text', label: title, filledAt: 'step', required: false };
    const answered = (key: string, more: object = {}) => {
      const definition = call(key, { answer: { entry: 'entry.number' }, ...more });
      return { ...definition, form: { fields: [...definition.form.fields, entry] } } as ReturnType<typeof sampleDefinition>;
    };
    const asks = async (definition: ReturnType<typeof sampleDefinition>): Promise<Case> => {
      const request = await new Case(room).draft(await seedDefinition(room.dataSource, room.company.id, definition));
      expect(await request.submit()).toMatchObject({ kind: 'done', n: 1 });
      return request;
    };

    it('fills in what it answers, once, and nothing of it where it is wrong; its run carries none of it', async () => {
      other.says.push({ entry: { number: 'V-77', more: 'not asked for' } });
      const request = await asks(answered('answered'));
      await standsAt(request, 'passed');
      expect((await request.row()).form).toMatchObject({ entry: 'V-77' });
      expect(await request.decide('checker', 'approve')).toMatchObject({ kind: 'done' });
      expect(await room.verifier.verify({ requestId: request.id })).toMatchObject({ passed: true, findings: [] });
      other.says.push({ entry: {} });
      const wrong = await asks(answered('answered-wrong'));
      await standsAt(wrong, 'blocked');
      expect((await wrong.row()).form).not.toHaveProperty('entry');
      const sent = `SELECT state, told, last_error FROM outbox WHERE request_id = $1 AND effect->>'type' = 'call'`;
      const [row] = await eventually(
        () => room.dataSource.query<{ state: string }[]>(sent, [wrong.id]),
        ([each]) => each?.state !== 'claimed',
      );
      expect(row).toEqual({ state: 'dead', told: true, last_error: 'ledger: wrong-answer' });
      expect(await room.verifier.verify({ requestId: wrong.id })).toMatchObject({ passed: true, findings: [] });
    });

    it('is called back: told where to, it answers later, and the request hears of it though whoever took the answer is gone', async () => {
      const request = await asks(answered('called-back', { wait: 'callback', within: { hours: 1 } }));
      const [received] = await eventually(
        () => Promise.resolve(ours(request)),
        (all) => all.length === 1,
      );
      const { state } = await request.row();
      const { id = '', until } = state.context.steps['post']?.call ?? {};
      expect([received?.id, until]).toEqual([id, expect.any(String)]);
      const url = `https://countersign.test/api/v1/requests/${request.id}/calls/${id}/answer`;
      expect(received?.body).toMatchObject({ callback: { url, token: expect.stringMatching(/^[\w-]{43}$/) as string } });
      const noUse = { requestId: request.id, companyId: room.company.id, step: 'post', call: id, failed: false, wrong: true, fields: {} };
      const kept = { ...noUse, wrong: false, fields: { entry: 'V-78' } };
      const calls = new CallRepository(room.dataSource);
      const overdue = () =>
        room.dataSource.query(`UPDATE call_answer SET at = now() - interval '1 minute' WHERE request_id = $1`, [request.id]);
      const outboxRow = `SELECT state, told, last_error AS error FROM outbox WHERE request_id = $1 AND effect->>'type' = 'call'`;
      const sent = (state: string) =>
        eventually(
          () => room.dataSource.query<{ state: string }[]>(outboxRow, [request.id]),
          ([each]) => each?.state === state,
        );
      await sent('done');
      expect([await calls.keep(noUse), await calls.keep(noUse)]).toEqual([true, false]);
      await overdue();
      expect(await sent('dead')).toMatchObject([{ told: true, error: 'wrong-answer' }]);
      expect([await calls.keep(kept), await calls.keep({ ...kept, fields: { entry: 'V-79' } })]).toEqual([true, false]);
      await overdue();
      await Promise.all([standsAt(request, 'passed'), sent('done')]);
      expect((await request.row()).form).toMatchObject({ entry: 'V-78' });
      await eventually(
        () => calls.untold(0, 10),
        (untold) => untold.length === 0,
      );
      expect(await room.verifier.verify({ requestId: request.id })).toMatchObject({ passed: true, findings: [] });
    });

    it('calls nothing that the settings do not name, and nothing for a request that was withdrawn', async () => {
      const stranger = await begun('stranger', { to: 'stranger' });
      await standsAt(stranger, 'blocked');
      expect(ours(stranger)).toEqual([]);
      const text = "UPDATE outbox SET not_before = now() + interval '3 s' WHERE request_id = $1 AND effect->>'type' = 'call'";
      const [first] = sampleDefinition().flow;
      const flow = [first, ...call('later').flow.slice(0, 1)] as DefinitionInput['flow'];
      const gone = await new Case(room).draft(
        await seedDefinition(room.dataSource, room.company.id, sampleDefinition({ key: 'later', graceSeconds: 3, flow })),
      );
      await gone.submit();
      await gone.decide('checker', 'approve');
      await room.dataSource.query(text, [gone.id]);
      expect(await gone.send('ops', gone.body('ops', 'terminate', { comment: 'Not needed.' }))).toMatchObject({ kind: 'done' });
      await eventually(
        () =>
          room.dataSource.query<{ state: string }[]>(`SELECT state FROM outbox WHERE request_id = $1 AND effect->>'type' = 'call'`, [
            gone.id,
          ]),
        ([row]) => row?.state === 'done',
      );
      expect(ours(gone)).toEqual([]);
      const { state } = await gone.row();
      expect(state.context.steps['post']?.call?.failed).toBe('dropped');
    });
  });
});
