import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import { Desks } from '../tasks/desks.fixture';
import { readBundle } from './view/request-bundle';

describe('a suspended request', () => {
  let api: ApiUnderTest;
  let desks: Desks;

  beforeAll(async () => {
    api = await startApi();
    desks = new Desks(api.database);
  });
  afterAll(() => api.stop());

  it('says who holds it, since when and why, until it is resumed', async () => {
    const requester = await api.as('li-na');
    const { id } = (await requester.post<{ id: string }>('/requests', { definition: 'expense-reimbursement', form: {} })).body;
    const li = await desks.person('li-na');
    const read = async () => (await readBundle(api.database, id, li))?.suspended;
    expect(await read()).toBeNull();
    const at = '2026-11-29T08:00:00.000Z';
    await api.database.query(
      `INSERT INTO transition (request_id, n, company_id, command_id, type, actor_id, at, command, facts, events, comment, hash, previous_chain, chain)
       SELECT id, 7, company_id, 'held', 'suspend', $2, $3, '{"type":"suspend"}', '{}', '[{"type":"request.suspended","people":[]}]', '等盘点结束', 'h', 'p', 'c' FROM request WHERE id = $1`,
      [id, await desks.person('jiang-ming'), at],
    );
    await api.database.query(
      `UPDATE request SET state = jsonb_build_object('context', jsonb_build_object('suspendedAt', $2::text)) WHERE id = $1`,
      [id, at],
    );
    expect(await read()).toEqual({ by: await desks.person('jiang-ming'), at, reason: '等盘点结束' });
    await api.database.query(`UPDATE request SET state = state #- '{context,suspendedAt}' WHERE id = $1`, [id]);
    expect(await read()).toBeNull();
  });
});
