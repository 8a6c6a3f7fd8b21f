import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { MOST_DRAFTS } from '../requests/drafts/drafts.service';
import { MOST_UNUSED } from './files.service';

describe('what a person may leave lying about', () => {
  let api: ApiUnderTest;
  let li: Caller;
  beforeAll(async () => {
    api = await startApi();
    li = await api.as('li-na');
  });
  afterAll(() => api.stop());

  const upload = async (): Promise<{ status: number; body: { id: string; code?: string; detail?: string } }> => {
    const form = new FormData();
    form.append('file', new Blob(['%PDF-1.4\n1 0 obj\n<</Type /Page>>\nendobj\n%%EOF']), 'a.pdf');
    return li.send('POST', '/files', form);
  };
  const unused = (files: number, bytes: number): Promise<unknown> =>
    api.database.query(
      `INSERT INTO file (id, company_id, owner_id, name, type, size, sha256) SELECT gen_random_uuid(), company_id, id, 'x.pdf', 'application/pdf', $3, ''
       FROM person, generate_series(1, $2) WHERE id = $1`,
      [li.personId, files, bytes],
    );

  it('is so many files that nothing uses, of so many bytes, also of many at once', async () => {
    await unused(MOST_UNUSED.files - 3, 10);
    const answers = await Promise.all(Array.from({ length: 8 }, upload));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 409, 409, 409, 409, 409]);
    const refused = answers.find(({ status }) => status === 409)!;
    expect(refused.body).toMatchObject({ code: 'too-many-files', detail: expect.stringContaining(`${MOST_UNUSED.files}`) });
    // What a draft holds is used.
    await api.database.query(`DELETE FROM file WHERE name = 'x.pdf'`);
    await unused(1, MOST_UNUSED.megabytes * 2 ** 20 - 10);
    expect((await upload()).body.code).toBe('too-many-files');
    const draft = (await li.post<{ id: string }>('/requests', { definition: 'expense-reimbursement', form: {} })).body.id;
    await api.database.query(
      `INSERT INTO request_file (request_id, file_id, company_id) SELECT $1, id, company_id FROM file WHERE name = 'x.pdf'`,
      [draft],
    );
    expect((await upload()).status).toBe(201);
  });

  it('is so many drafts', async () => {
    const create = (): Promise<{ status: number; body: { code?: string; detail?: string } }> =>
      li.post('/requests', { definition: 'expense-reimbursement', form: {} });
    expect((await create()).status).toBe(201);
    await api.database.query(
      `INSERT INTO request (id, company_id, definition_id, requester_id)
       SELECT gen_random_uuid(), company_id, definition_id, requester_id FROM (SELECT * FROM request WHERE requester_id = $1 LIMIT 1) r,
         generate_series(1, $2 - (SELECT count(*)::int FROM request WHERE requester_id = $1 AND listed_at IS NULL))`,
      [li.personId, MOST_DRAFTS],
    );
    const refused = await create();
    expect([refused.status, refused.body.code]).toEqual([409, 'too-many-drafts']);
    expect(refused.body.detail).toContain(`${MOST_DRAFTS}`);
    expect((await (await api.as('zhang-wei')).post('/requests', { definition: 'expense-reimbursement', form: {} })).status).toBe(201);
  });
});
