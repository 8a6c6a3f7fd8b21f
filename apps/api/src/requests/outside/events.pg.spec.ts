import { randomUUID } from 'node:crypto';
import { answerToken, webhookSignature } from '@countersign/platform';
import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import type { Answer, Caller } from '../../../../../test/support/caller';
import { publish } from '../../../../../test/support/publish';
import type { Actor } from '../../auth/actor';
import { DraftsService, MOST_DRAFTS } from '../drafts/drafts.service';

interface Started {
  requestId: string;
  state: string;
  repeated: boolean;
  code?: string;
}
interface Answered {
  event: string;
  requestId: string | null;
  by: { id: string };
  token: { name: string } | null;
}

const words = { zh: '缺货', en: 'Out of stock' };
const SHORTAGE = {
  ...{ key: 'shortage', version: 1, title: words, area: 'merchandise', numberPrefix: 'QH', start: { roles: ['store-manager'] } },
  ...{ sentence: words, rowTitle: { zh: '缺货 · {sku}', en: 'Out of stock · {sku}' } },
  form: { fields: [{ key: 'sku', type: 'text', label: words, required: true }] },
  flow: [{ kind: 'approve', id: 'seen', title: words, assignee: { by: 'superior' } }],
};
const told = (event: string, more: object = {}) => ({ definition: 'shortage', event, form: { sku: 'A-1' }, ...more });

const KEY = Buffer.alloc(32, 7);
/** Of another system, which nothing was asked of. */
const NEIGHBOUR = Buffer.alloc(32, 9);
const systemAt = (key: Buffer) => ({ url: 'https://ledger.test', secret: `whsec_${key.toString('base64')}` });

describe('something that happens elsewhere', () => {
  let api: ApiUnderTest;
  let program: Caller;
  let operator: Caller;

  const token = async (person: string, scopes: string[]): Promise<Caller> => {
    const owner = await api.as(person);
    const { body } = await owner.post<{ token: string }>('/tokens', { name: 'till', scopes });
    return api.stranger.with({ Authorization: `Bearer ${body.token}` });
  };
  const listed = async (): Promise<Answered[]> => (await operator.get<{ items: Answered[] }>('/events')).body.items;
  const requests = async (): Promise<number> => {
    const [row] = await api.database.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM request r JOIN definition d ON d.id = r.definition_id WHERE d.key = 'shortage'`,
    );
    return row!.count;
  };

  beforeAll(async () => {
    api = await startApi({
      env: { CALL_TARGETS: JSON.stringify({ neighbour: systemAt(NEIGHBOUR), ledger: systemAt(KEY) }) },
    });
    const admin = await api.as('lu-ning');
    operator = await api.as('jiang-ming');
    expect((await admin.post('/definitions', SHORTAGE)).status).toBe(201);
    expect((await publish(admin, SHORTAGE)).status).toBe(200);
    program = await token('li-na', ['act']);
  });
  afterAll(() => api.stop());

  it('starts one request, however often its account tells of it', async () => {
    const event = told('pos:A-1:2026-11-29', { begins: 'draft' });
    const first = await program.post<Started>('/events', event);
    expect([first.status, first.body]).toMatchObject([200, { state: 'draft', repeated: false }]);
    const again = await Promise.all([program, program, program].map((caller) => caller.post<Started>('/events', event)));
    expect(again.map(({ body }) => [body.requestId, body.repeated])).toEqual(again.map(() => [first.body.requestId, true]));
    expect(await requests()).toBe(1);
    const differs = await program.post<Started>('/events', told('pos:A-1:2026-11-29', { form: { sku: 'B-2' }, begins: 'draft' }));
    expect([differs.status, differs.body.code]).toEqual([409, 'event-differs']);
    for (const spelt of ['pos:A-1:2026-11-29 ', 'POS:a-1:2026-11-29', 'ｐｏｓ：A－1:2026-11-29', 'pos:A-1:\u200b2026-11-29']) {
      const { body } = await program.post<Started>('/events', { ...event, event: spelt });
      expect([spelt, body.requestId, body.repeated]).toEqual([spelt, first.body.requestId, true]);
    }
    const [one] = await listed();
    expect(one).toMatchObject({ event: 'pos:A-1:2026-11-29', requestId: first.body.requestId, token: { name: 'till' } });
  });

  it('has a name that is its teller’s: nobody takes it from them, or learns of their request by telling the same', async () => {
    const other = await token('wang-min', ['act']);
    const event = told('SQ-1', { begins: 'draft' });
    const taken = await other.post<Started>('/events', told('SQ-1', { begins: 'draft', form: { sku: 'junk' } }));
    expect((await (await api.as('wang-min')).send('DELETE', `/requests/${taken.body.requestId}`)).status).toBe(204);
    const mine = await program.post<Started>('/events', event);
    expect([mine.status, mine.body]).toMatchObject([200, { state: 'draft', repeated: false }]);
    expect((await other.post<Started>('/events', event)).body).toMatchObject({ code: 'event-differs' });
    const third = await token('zhang-wei', ['act']);
    const guessed = await third.post<Started>('/events', event);
    expect(guessed.body.requestId).not.toBe(mine.body.requestId);
    expect((await program.post<Started>('/events', event)).body).toMatchObject({ requestId: mine.body.requestId, repeated: true });
    expect((await listed()).filter((one) => one.event === 'SQ-1').length).toBe(2);
  });

  it('that was told while names were everybody’s is known to its teller', async () => {
    const event = told('from before', { begins: 'draft' });
    const { body } = await program.post<Started>('/events', event);
    const old = randomUUID();
    await api.database.query(`UPDATE request SET id = $2 WHERE id = $1`, [body.requestId, old]);
    await api.database.query(`UPDATE started_event SET request_id = $2 WHERE request_id = $1`, [body.requestId, old]);
    expect((await program.post<Started>('/events', event)).body).toMatchObject({ requestId: old, repeated: true });
  });

  it('is sent once where nobody knows yet what came of it', async () => {
    const before = await requests();
    const [first, second] = [await program.post<Started>('/events', told('open')), await program.post<Started>('/events', told('open'))];
    expect([first.body.state, second.body.state]).toEqual(['open', 'open']);
    expect(second.body.requestId).toBe(first.body.requestId);
    expect(await requests()).toBe(before + 1);
  });

  it('starts one request where it is told several times at the same moment, and none of them is refused', async () => {
    for (const begins of ['draft', 'submitted']) {
      const event = told(`at once ${begins}`, { begins });
      const answers = await Promise.all([program, program, program, program].map((caller) => caller.post<Started>('/events', event)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect(new Set(answers.map(({ body }) => body.requestId)).size).toBe(1);
      const [held] = await api.database.query<{ owners: number }[]>(
        `SELECT count(DISTINCT r.requester_id)::int AS owners FROM started_event e JOIN request r ON r.id = e.request_id AND r.requester_id = e.actor_id WHERE e.event = $1`,
        [event.event],
      );
      expect(held).toEqual({ owners: 1 });
    }
  });

  it('is one, and what says something else is refused, where several spellings of it are told at the same moment', async () => {
    const spelt = ['two spellings', 'Two  Spellings', 'ｔｗｏ spellings', 'TWO SPELLINGS'];
    const events = spelt.map((event, index) => told(event, { begins: 'draft', form: { sku: index === 3 ? 'B-2' : 'A-1' } }));
    const answers = await Promise.all(events.map((event) => program.post<Started>('/events', event)));
    const told200 = answers.filter(({ status }) => status === 200);
    expect(new Set(told200.map(({ body }) => body.requestId)).size).toBe(1);
    expect([1, 3]).toContain(told200.length);
    expect(answers.filter(({ status }) => status !== 200).every(({ body }) => body.code === 'event-differs')).toBe(true);
    expect((await listed()).filter(({ requestId }) => requestId === told200[0]?.body.requestId).length).toBe(1);
  });

  it('starts nothing anew when its draft was thrown away', async () => {
    const event = told('thrown away', { begins: 'draft' });
    const { body } = await program.post<Started>('/events', event);
    expect((await (await api.as('li-na')).send('DELETE', `/requests/${body.requestId}`)).status).toBe(204);
    const before = await requests();
    const again = await program.post<Started>('/events', event);
    expect([again.status, again.body, await requests()]).toMatchObject([200, { state: 'thrown-away', repeated: true }, before]);
    expect((await listed()).find((one) => one.event === 'thrown away')).toMatchObject({ requestId: null });
  });

  it.each<[string, object, number, string]>([
    ['a form with something missing', told('bad', { form: {} }), 422, 'required-fields'],
    ['a process that there is none of', told('bad', { definition: 'nothing' }), 404, 'not-found'],
    ['no name', told(''), 422, 'invalid-body'],
    ['a name that cannot be seen', told('\u200b'), 422, 'invalid-body'],
    ['a name beyond measure', told('x'.repeat(201)), 422, 'invalid-body'],
  ])('leaves nothing behind where it is refused: %s', async (_, body, status, code) => {
    const before = [await requests(), (await listed()).length];
    const answer = await program.post<Started>('/events', body);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect([await requests(), (await listed()).length]).toEqual(before);
  });

  it('may come again with other content after it was refused', async () => {
    expect((await program.post('/events', told('later', { form: {} }))).status).toBe(422);
    expect((await program.post<Started>('/events', told('later', { begins: 'draft' }))).body.state).toBe('draft');
  });

  it('takes no name for somebody who may not start the process, draft or not', async () => {
    const clerk = await token('liu-chang', ['act']);
    for (const begins of ['draft', 'submitted'])
      expect((await clerk.post('/events', told('squatted', { begins }))).body).toMatchObject({ code: 'may-not-start' });
    expect((await listed()).some(({ event }) => event === 'squatted')).toBe(false);
    expect((await program.post<Started>('/events', told('squatted', { begins: 'draft' }))).body.state).toBe('draft');
    expect((await clerk.post('/events', told('squatted', { begins: 'draft' }))).body).toMatchObject({ code: 'may-not-start' });
    expect((await listed()).filter(({ event }) => event === 'squatted')).toMatchObject([{ token: { name: 'till' } }]);
  });

  it('stays what the first has told of it when another is refused who tells the same', async () => {
    const { body } = await program.post<Started>('/events', told('both', { begins: 'draft' }));
    const idOf = async (key: string) =>
      (await api.database.query<{ id: string }[]>('SELECT id FROM person WHERE key = $1', [key]))[0]?.id ?? '';
    const there = () => api.database.query<unknown[]>('SELECT 1 FROM request WHERE id = $1', [body.requestId]);
    // A refused submit takes back its own row, not one that somebody else has just put there.
    const drafts = api.app.get(DraftsService);
    const [wang, li] = [await idOf('wang-min'), await idOf('li-na')];
    await drafts.discard({ personId: wang } as Actor, body.requestId);
    expect(await there()).toHaveLength(1);
    expect((await listed()).some(({ event }) => event === 'both')).toBe(true);
    await drafts.discard({ personId: li } as Actor, body.requestId);
    expect(await there()).toHaveLength(0);
    // What was refused is not kept, nor is what could not even be put down.
    expect((await listed()).some(({ event }) => event === 'both')).toBe(false);
    await api.database.query(
      `INSERT INTO request (id, company_id, definition_id, requester_id, form, choices, row_title)
       SELECT gen_random_uuid(), p.company_id, d.id, p.id, '{}', '{}', '{}' FROM person p, definition d, generate_series(1, $2)
       WHERE p.id = $1 AND d.key = 'shortage' AND d.status = 'published'`,
      [wang, MOST_DRAFTS],
    );
    const other = await token('wang-min', ['act']);
    expect((await other.post('/events', told('both', { begins: 'draft' }))).body).toMatchObject({ code: 'too-many-drafts' });
    expect((await listed()).some(({ event }) => event === 'both')).toBe(false);
    expect((await program.post<Started>('/events', told('both', { begins: 'draft' }))).body).toMatchObject({
      state: 'draft',
      repeated: false,
    });
  });

  it('is told by whoever may start the process, with a token that may act, and listed for those who look after requests', async () => {
    const clerk = await token('liu-chang', ['act']);
    expect((await clerk.post('/events', told('clerk'))).body).toMatchObject({ code: 'may-not-start' });
    expect((await listed()).some(({ event }) => event === 'clerk')).toBe(false);
    const reader = await token('li-na', ['read']);
    expect((await reader.post('/events', told('reader'))).body).toMatchObject({ code: 'scope-missing' });
    expect((await program.get('/events')).status).toBe(403);
  });

  describe('an answer to what a request has asked', () => {
    const [post, label] = [
      { zh: '记账', en: 'Post' },
      { zh: '凭证', en: 'Voucher' },
    ];
    const POSTED = {
      ...SHORTAGE,
      key: 'posted',
      form: { fields: [...SHORTAGE.form.fields, { key: 'voucher', type: 'text', label, filledAt: 'step', required: false }] },
      flow: [
        { kind: 'call', id: 'post', title: post, to: 'ledger', wait: 'callback', answer: { voucher: 'entry.number' } },
        ...SHORTAGE.flow,
      ],
    };
    const atStep = { label, filledAt: 'step', required: false };
    const BOUNDED = {
      ...POSTED,
      key: 'bounded',
      numberPrefix: 'QB',
      form: {
        fields: [
          ...SHORTAGE.form.fields,
          { ...atStep, key: 'voucher', type: 'text', maxLength: 20 },
          { ...atStep, key: 'day', type: 'date', notAfter: 'today' },
          { ...atStep, key: 'count', type: 'number', max: 10 },
          { ...atStep, key: 'kind', type: 'choice', options: [{ value: 'one', label }] },
        ],
      },
      flow: [
        {
          ...{ kind: 'call', id: 'post', title: post, to: 'ledger', wait: 'callback' },
          answer: { voucher: 'entry.number', day: 'entry.day', count: 'entry.count', kind: 'entry.kind' },
        },
        ...SHORTAGE.flow,
      ],
    };
    beforeAll(async () => {
      const admin = await api.as('lu-ning');
      for (const definition of [POSTED, BOUNDED]) {
        expect((await admin.post('/definitions', definition)).status).toBe(201);
        expect((await publish(admin, definition)).status).toBe(200);
      }
    });

    /** A request that waits for it. */
    async function waiting(more: object = {}, value: unknown = { walk: { post: 'waiting' } }, definition = 'posted') {
      const { body } = await (await api.as('li-na')).post<{ id: string }>('/requests', { definition, form: { sku: 'A-1' } });
      const call = randomUUID();
      const state = {
        value,
        context: {
          outcome: null,
          ...more,
          steps: { post: { status: 'waiting', generation: 1, seats: {}, call: { id: call, given: '', ...more } } },
        },
      };
      await api.database.query('UPDATE request SET state = $2, n = 1 WHERE id = $1', [body.id, JSON.stringify(state)]);
      return { requestId: body.id, call };
    }
    const seconds = (ago = 0): string => String(Math.floor(Date.now() / 1_000) - ago);
    function answer(
      of: { requestId: string; call: string },
      said: unknown,
      with_: { key?: Buffer; token?: string; timestamp?: string; other?: string } = {},
    ) {
      const { key = KEY, token = answerToken(KEY, of), timestamp = seconds(), other } = with_;
      const body = JSON.stringify(said);
      const signature = webhookSignature(key, { id: 'message-1', timestamp, body: other ?? body });
      const signed = {
        'webhook-id': 'message-1',
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,bm8= ${signature}`,
        Authorization: `Bearer ${token}`,
      };
      return api.stranger
        .with(signed)
        .post<{ status: string; code: string; params?: object }>(`/requests/${of.requestId}/calls/${of.call}/answer`, said);
    }
    const kept = (of: { requestId: string }) =>
      api.database.query('SELECT call, step, failed, fields FROM call_answer WHERE request_id = $1 AND NOT wrong', [of.requestId]);
    const wrong = (of: { requestId: string }) =>
      api.database.query('SELECT call, step, failed, fields FROM call_answer WHERE request_id = $1 AND wrong', [of.requestId]);
    const outcome = async (answered: Promise<Answer<{ status: string | number; code: string }>>) => {
      const { status, body } = await answered;
      return [status, body.code ?? body.status];
    };
    const GOOD = { entry: { number: 'V-1', note: 'not asked for' } };

    it('is kept once, as far as it belongs into the form, and known when it comes again', async () => {
      const of = await waiting();
      expect(await outcome(answer(of, GOOD))).toEqual([202, 'taken']);
      expect(await kept(of)).toEqual([{ call: of.call, step: 'post', failed: false, fields: { voucher: 'V-1' } }]);
      expect(await outcome(answer(of, { entry: { number: 'V-2' } }))).toEqual([202, 'known']);
      expect(await kept(of)).toMatchObject([{ fields: { voucher: 'V-1' } }]);
      const no = await waiting();
      expect(await outcome(answer(no, { failed: true }))).toEqual([202, 'taken']);
      expect(await kept(no)).toMatchObject([{ failed: true, fields: {} }]);
    });

    it('is believed of nobody but the system that was asked, for this call, and while it is new', async () => {
      const [of, other] = [await waiting(), await waiting()];
      expect(await outcome(answer(of, GOOD, { token: 'x' }))).toEqual([404, 'not-found']);
      expect(await outcome(answer(of, GOOD, { token: answerToken(KEY, other) }))).toEqual([404, 'not-found']);
      expect(await outcome(answer({ ...of, call: randomUUID() }, GOOD, { token: answerToken(KEY, of) }))).toEqual([404, 'not-found']);
      expect(await outcome(answer(of, GOOD, { key: NEIGHBOUR, token: answerToken(NEIGHBOUR, of) }))).toEqual([404, 'not-found']);
      expect(await outcome(answer(of, GOOD, { key: Buffer.alloc(32, 8) }))).toEqual([401, 'signature-wrong']);
      expect(await outcome(answer(of, GOOD, { other: '{}' }))).toEqual([401, 'signature-wrong']);
      for (const timestamp of [seconds(400), seconds(-400), 'now', ''])
        expect(await outcome(answer(of, GOOD, { timestamp }))).toEqual([401, 'signature-old']);
      expect(await outcome(answer(of, { ...GOOD, more: 'x'.repeat(5_000) }))).toEqual([413, 'too-large']);
      expect(await kept(of)).toEqual([]);
    });

    it.each([
      ['a day that no form takes', { day: '2500-01-01' }, 'entry.day'],
      ['a day that has not come', { day: '2199-01-01' }, 'entry.day'],
      ['no day of any calendar', { day: '2026-02-30' }, 'entry.day'],
      ['a number above what its field takes', { count: 11 }, 'entry.count'],
      ['a text that is too long', { number: 'x'.repeat(21) }, 'entry.number'],
      ['a choice that is not offered', { kind: 'other' }, 'entry.kind'],
    ])('that its field does not take is told which part: %s', async (_what, change, part) => {
      const of = await waiting({}, undefined, 'bounded');
      const entry = { number: 'V-1', day: '2026-01-05', count: 3, kind: 'one' };
      const { status, body } = await answer(of, { entry: { ...entry, ...change } });
      expect([status, body.code, body.params]).toEqual([422, 'answer-wrong', { parts: [part] }]);
      expect([await kept(of), await wrong(of)]).toEqual([[], [{ call: of.call, step: 'post', failed: false, fields: {} }]]);
      expect(await outcome(answer(of, { entry }))).toEqual([202, 'taken']);
    });

    it('that lacks what was asked for is told so and may come again; one that nobody waits for is told that', async () => {
      const of = await waiting();
      for (const said of [{}, { entry: { number: 1 } }, { entry: { number: ' ' } }, [], { entry: 'number' }])
        expect([said, await outcome(answer(of, said))]).toEqual([said, [422, 'answer-wrong']]);
      // Of which its request hears once.
      expect([await kept(of), (await wrong(of)).length]).toEqual([[], 1]);
      expect(await outcome(answer(of, GOOD))).toEqual([202, 'taken']);
      const gone = randomUUID();
      const late = await waiting({ failed: 'late' });
      for (const given of [
        late,
        await waiting({ ended: true }),
        await waiting({ outcome: 'rejected' }, 'closed'),
        { requestId: of.requestId, call: gone },
      ])
        expect(await outcome(answer(given, GOOD))).toEqual([410, 'call-given-up']);
      // Its request hears that it came all the same, with nothing of it.
      expect(await kept(late)).toMatchObject([{ failed: false, fields: {} }]);
      expect(await outcome(answer(late, GOOD))).toEqual([410, 'call-given-up']);
    });
  });
});
