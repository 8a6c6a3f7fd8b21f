import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import { publish } from '../../../../test/support/publish';
import type { Caller } from '../../../../test/support/caller';

const PDF = Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type /Page>>\nendobj\n%%EOF', 'latin1');
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
type Reference = { id: string; name: string; size: number; type: string; sha256: string };

function upload(caller: Caller, name: string, content: Buffer, requestId?: string) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), name);
  if (requestId) form.append('requestId', requestId);
  return caller.send<Reference & { code?: string }>('POST', '/files', form);
}

const label = { zh: '付款', en: 'Pay' };
/** A step that writes a file. */
const RECEIPTED = {
  key: 'receipted',
  version: 1,
  title: label,
  area: 'finance',
  numberPrefix: 'RC',
  start: { everyone: true },
  form: { fields: [{ key: 'receipt', type: 'files', label, filledAt: 'step' }] },
  sentence: label,
  rowTitle: label,
  flow: [{ kind: 'work', id: 'pay', title: label, assignee: { by: 'superior' }, fields: { write: ['receipt'], required: ['receipt'] } }],
};

describe('files', () => {
  let api: ApiUnderTest;
  let owner: Caller;
  beforeAll(async () => {
    api = await startApi();
    owner = await api.as('li-na');
  });
  afterAll(() => api.stop());

  it('come back as they were, by their own name and never to be guessed at by the browser', async () => {
    const { status, body } = await upload(owner, '发票 6 月.pdf', PDF);
    expect([status, body.name, body.type, body.size]).toEqual([201, '发票 6 月.pdf', 'application/pdf', PDF.length]);
    const { headers, body: content } = await owner.get<string>(`/files/${body.id}`);
    expect(content).toContain('%PDF-1.4');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-disposition')).toBe(`inline; filename*=UTF-8''${encodeURIComponent('发票 6 月.pdf')}`);
  });

  it('are what their name says, or are refused', async () => {
    const tries: [string, Buffer][] = [
      ['picture.pdf', PNG],
      ['page.html', Buffer.from('<script>alert(1)</script>')],
      ['script.txt', Buffer.from([0, 1, 2, 3])],
    ];
    for (const [name, content] of tries) {
      const { status, body } = await upload(owner, name, content);
      expect([name, status, body.code]).toEqual([name, 415, 'file-type']);
    }
    for (const empty of [
      '',
      '%PDF-1.4\n%%EOF',
      '%PDF-1.4\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n1 0 obj<</PageLabels 3 0 R/PageMode/UseNone>>endobj\n%%EOF',
    ])
      expect([empty, (await upload(owner, 'empty.pdf', Buffer.from(empty))).body.code]).toEqual([empty, 'empty-file']);
    // Newer writers pack the pages.
    expect((await upload(owner, 'packed.pdf', Buffer.from('%PDF-1.7\n4 0 obj<</Type/ObjStm>>\n%%EOF'))).status).toBe(201);
    expect((await upload(owner, 'table.csv', Buffer.from('甲,乙\n1,2\n'))).status).toBe(201);
  });

  it('of more than 20 MB are refused', async () => {
    const { status, body } = await upload(owner, 'big.pdf', Buffer.concat([PDF, Buffer.alloc(21 * 1024 * 1024)]));
    expect([status, body.code]).toEqual([413, 'too-large']);
  });

  const EXPENSE = 'expense-reimbursement';
  const formWith = (file: Reference): object => ({ items: [{ matter: 'x', invoice: [file] }] });
  const draftWith = async (file: Reference): Promise<string> =>
    (await owner.post<{ id: string }>('/requests', { definition: EXPENSE, form: formWith(file) })).body.id;
  /** As a submit and its transition leave the row. */
  const submitted = async (id: string): Promise<void> => {
    await api.database.query(`UPDATE request_file SET cited_at = now() WHERE request_id = $1`, [id]);
    await api.database.query(`UPDATE request SET n = 1, status = 'running' WHERE id = $1`, [id]);
  };

  it('are their owner’s alone until a request cites them, and then as open as the request', async () => {
    const { body: file } = await upload(owner, 'invoice.pdf', PDF);
    const [stranger, reader] = [await api.as('wu-di'), await api.as('jiang-ming')];
    const { body: none } = await stranger.get<object>(`/files/${crypto.randomUUID()}`);
    const unseen = async (caller: Caller): Promise<void> => {
      const { status, body } = await caller.get<object>(`/files/${file.id}`);
      expect([status, body]).toEqual([404, { ...none, instance: `/api/v1/files/${file.id}` }]);
    };
    await unseen(stranger);
    const id = await draftWith(file);
    await unseen(reader);
    await submitted(id);
    await unseen(stranger);
    expect((await reader.get(`/files/${file.id}`)).status).toBe(200);
  });

  it('that stand in two requests are read with either, and outlive a draft that is thrown away', async () => {
    const { body: file } = await upload(owner, 'invoice.pdf', PDF);
    const [first, second] = [await draftWith(file), await draftWith(file)];
    await submitted(second);
    const approver = await api.as('zhang-wei');
    const [row] = await api.database.query<{ company_id: string }[]>('SELECT company_id FROM request WHERE id = $1', [second]);
    await api.database.query('INSERT INTO participant (request_id, person_id, company_id) VALUES ($1, $2, $3)', [
      second,
      approver.personId,
      row?.company_id,
    ]);
    expect((await approver.get(`/files/${file.id}`)).status).toBe(200);
    expect((await owner.send('DELETE', `/requests/${first}`)).status).toBe(204);
    expect((await approver.get(`/files/${file.id}`)).status).toBe(200);
  });

  it('go with the draft that alone held them, and with nothing else', async () => {
    const { body: file } = await upload(owner, 'invoice.pdf', PDF);
    const { body: other } = await upload(owner, 'other.pdf', PDF);
    const id = await draftWith(file);
    await owner.send('PUT', `/requests/${id}/draft`, { form: formWith(other) });
    expect((await owner.send('DELETE', `/requests/${id}`)).status).toBe(204);
    expect((await owner.get(`/files/${other.id}`)).status).toBe(404);
    expect((await owner.get(`/files/${file.id}`)).status).toBe(200);
  });

  it('are not lost where one draft is thrown away while another takes them up', async () => {
    for (let round = 0; round < 8; round++) {
      const { body: file } = await upload(owner, 'invoice.pdf', PDF);
      const id = await draftWith(file);
      const [removed, made] = await Promise.all([
        owner.send('DELETE', `/requests/${id}`),
        owner.post<{ id: string; code?: string }>('/requests', { definition: EXPENSE, form: formWith(file) }),
      ]);
      expect(removed.status).toBe(204);
      expect([201, 422]).toContain(made.status);
      expect((await owner.get(`/files/${file.id}`)).status).toBe(made.status === 201 ? 200 : 404);
    }
  });

  it('are bounded in number', async () => {
    const { body: file } = await upload(owner, 'invoice.pdf', PDF);
    const rows = Array.from({ length: 100 }, () => ({ matter: 'x', invoice: Array.from({ length: 5 }, () => file) }));
    const { status, body } = await owner.post<{ errors: { field: string; code: string }[] }>('/requests', {
      definition: EXPENSE,
      form: { items: rows, attachments: [file] },
    });
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ field: 'attachments.0', code: 'too-many-files' })]]);
  });

  it('of others, and references that lie about a file, are refused in a form', async () => {
    const other = await api.as('zhang-wei');
    const { body: file } = await upload(owner, 'mine.pdf', PDF);
    const attach = (caller: Caller, reference: object) =>
      caller.post('/requests', { definition: 'expense-reimbursement', form: { attachments: [reference] } });
    expect((await attach(other, file)).body).toMatchObject({ status: 422, code: 'invalid-field' });
    expect((await attach(owner, { ...file, sha256: '0'.repeat(64) })).body).toMatchObject({ status: 422, code: 'invalid-field' });
  });

  it('are held to the same by a decision, and readable with its request once it was accepted', async () => {
    const other = await api.as('zhang-wei');
    const admin = await api.as('lu-ning');
    await admin.post('/definitions', RECEIPTED);
    await publish(admin, RECEIPTED);
    const { body: draft } = await owner.post<{ id: string }>('/requests', { definition: 'receipted', form: {} });
    const [task] = await api.database.query<{ id: string }[]>(
      `INSERT INTO task (id, company_id, request_id, step, kind, generation, seat, person_id, opened_at)
       SELECT gen_random_uuid(), company_id, id, 'pay', 'work', 1, 0, $2, now() FROM request WHERE id = $1 RETURNING id`,
      [draft.id, other.personId],
    );
    const { body: theirs } = await upload(other, 'receipt.pdf', PDF);
    const { body: mine } = await upload(owner, 'mine.pdf', PDF);
    const decide = (reference: object) => other.press(`/tasks/${task?.id}/approve`, { fields: { receipt: [reference] } }, 'x'.repeat(64));
    expect((await decide(mine)).body).toMatchObject({ status: 422, code: 'invalid-field' });
    expect((await decide({ ...theirs, sha256: '0'.repeat(64) })).body).toMatchObject({ status: 422, code: 'invalid-field' });
    expect((await decide(theirs)).body).toMatchObject({ code: 'invalid-state' });
    expect((await owner.get(`/files/${theirs.id}`)).status).toBe(404);
    await api.database.query(`UPDATE request SET form = jsonb_build_object('receipt', jsonb_build_array($2::jsonb)) WHERE id = $1`, [
      draft.id,
      JSON.stringify(theirs),
    ]);
    expect((await owner.get(`/files/${theirs.id}`)).status).toBe(200);
  });

  it('of a field that every step of a reader hides are not that reader’s', async () => {
    const field = { type: 'files', label };
    const look = { kind: 'review', title: label, assignee: { by: 'superior' } };
    const definition = {
      ...RECEIPTED,
      key: 'half-hidden',
      form: {
        fields: [
          { ...field, key: 'secret' },
          { ...field, key: 'open' },
          { ...field, key: 'proof', filledAt: 'step' },
        ],
      },
      flow: [
        { ...look, id: 'blind', fields: { hidden: ['secret'], write: ['proof'] } },
        { ...look, id: 'seeing' },
      ],
    };
    const admin = await api.as('lu-ning');
    expect((await admin.post('/definitions', definition)).status).toBe(201);
    await publish(admin, definition);
    const [{ body: secret }, { body: open }] = [await upload(owner, 'secret.pdf', PDF), await upload(owner, 'open.png', PNG)];
    const form = { secret: [secret], open: [open] };
    const { body: draft } = await owner.post<{ id: string }>('/requests', { definition: definition.key, form });
    await submitted(draft.id);
    const [blind, seeing] = [await api.as('zhang-wei'), await api.as('wu-di')];
    const asks = (person: Caller, step: string): Promise<unknown> =>
      api.database.query(
        `WITH asked AS (INSERT INTO participant (request_id, person_id, company_id) SELECT id, $2, company_id FROM request WHERE id = $1 ON CONFLICT DO NOTHING)
         INSERT INTO task (id, company_id, request_id, step, kind, generation, seat, person_id, opened_at)
         SELECT gen_random_uuid(), company_id, id, $3, 'review', 1, 0, $2, now() FROM request WHERE id = $1`,
        [draft.id, person.personId, step],
      );
    await asks(blind, 'blind');
    await asks(seeing, 'seeing');
    const status = async (person: Caller, { id }: { id: string }): Promise<number> => (await person.get(`/files/${id}`)).status;
    expect([await status(blind, secret), await status(blind, open)]).toEqual([404, 200]);
    expect([await status(seeing, secret), await status(seeing, open)]).toEqual([200, 200]);
    const [task] = await api.database.query<{ id: string }[]>('SELECT id FROM task WHERE request_id = $1 AND person_id = $2', [
      draft.id,
      blind.personId,
    ]);
    const decide = (reference: object) => blind.press(`/tasks/${task?.id}/approve`, { fields: { proof: [reference] } }, 'x'.repeat(64));
    expect((await decide(secret)).body).toMatchObject({ status: 422, code: 'invalid-field' });
    expect(await status(blind, secret)).toBe(404);
    expect((await decide(open)).body).not.toMatchObject({ code: 'invalid-field' });
    await asks(blind, 'seeing');
    expect(await status(blind, secret)).toBe(200);
  });
});
