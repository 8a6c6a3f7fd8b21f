import { ApprovedGrants } from '@countersign/database';
import { DEMO_DIRECTORY } from '@countersign/definitions';
import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import { eventually } from '../../../../test/support/eventually';

const APPROVED = `UPDATE request SET status = 'approved', outcome = 'approved', closed_at = now(), number = 'SQ-2026-0001' WHERE id = $1`;
const HOLD_REVIEW = `
  INSERT INTO directory_review (company_id) VALUES ($1) ON CONFLICT (company_id) DO UPDATE SET company_id = excluded.company_id`;
const WAITING = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;

describe('an import that meets authority as it follows an approved request', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('waits for it and is not refused', async () => {
    const [gu, admin] = [await api.as('gu-ming'), await api.as('lu-ning')];
    const [{ today, company }] = await api.database.query<[{ today: string; company: string }]>(
      'SELECT company_day(time_zone)::text AS today, id AS company FROM company',
    );
    const form = {
      ...{ to: 'post', role: 'ops-director', kind: 'approve-within-limit', matter: 'expense-reimbursement', side: 'in', reach: 'limit' },
      ...{ limit: { amount: '30000.00', currency: 'CNY' }, effectiveOn: today, reason: 'Larger repairs' },
    };
    const { id } = (await gu.post<{ id: string }>('/requests', { definition: 'authority-delegation', form })).body;
    await api.database.query(APPROVED, [id]);

    const waiting = (count: number) =>
      eventually(
        async () => (await api.database.query<[{ n: number }]>(WAITING))[0].n,
        (n) => n >= count,
      );
    const held = api.database.createQueryRunner();
    await held.startTransaction();
    await held.query(HOLD_REVIEW, [company]);
    const follows = new ApprovedGrants(api.database).follow({ requestId: id, companyId: company, n: 5 });
    await waiting(1);
    const beside = admin.post('/directory/import', { company: DEMO_DIRECTORY.company });
    const first = await Promise.race([beside, waiting(2)]);
    await held.commitTransaction();
    await held.release();
    await follows;
    expect(first).toBe(2);
    expect((await beside).status).toBe(200);
    const notes = await api.database.query<object[]>(`SELECT kind, changed FROM rule_change WHERE request_id = $1`, [id]);
    expect(notes).toEqual([{ kind: 'authority-approved', changed: 2 }]);
  });
});
