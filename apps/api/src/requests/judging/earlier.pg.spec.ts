import type { Facts } from '@countersign/domain';
import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import { Desks, type DeskRequest } from '../../tasks/desks.fixture';

const OPEN = { name: 'open', definition: 'cash-advance', same: [], days: null, open: { since: 'payment', until: 'clearing' } };
const WEEK = { name: 'week', definition: 'expense-reimbursement', same: ['category'], days: 7, open: null };
type Earlier = NonNullable<Facts['earlier']>;
const NONE = '00000000-0000-0000-0000-000000000000';

describe('what somebody has sent before', () => {
  let api: ApiUnderTest;
  let desks: Desks;
  beforeAll(async () => {
    api = await startApi();
    desks = new Desks(api.database);
  });
  afterAll(() => api.stop());
  beforeEach(() => api.database.query('TRUNCATE request CASCADE'));

  const earlier = async (form: object, person = 'li-na', own = NONE): Promise<Earlier> => {
    const values = [own, await desks.person(person), JSON.stringify(form), JSON.stringify([OPEN, WEEK])];
    const [row] = await api.database.query<{ found: Earlier }[]>(
      `SELECT earlier_requests($1, $2, 'Asia/Shanghai', $3, $4) AS found`,
      values,
    );
    return row?.found ?? {};
  };
  const advance = async (paidAt: string | null, cleared = false, more: DeskRequest = {}): Promise<string> => {
    const id = await desks.request({ definition: 'cash-advance', number: `JZ-${Math.random()}`, ...more });
    const done = [...(paidAt ? ['payment'] : []), ...(cleared ? ['clearing'] : [])];
    await api.database.query(
      `UPDATE request SET state = jsonb_set(jsonb_set(state, '{context,carriedOut}', $2), '{context,doneBy}', $3) WHERE id = $1`,
      [id, JSON.stringify(done), JSON.stringify(paidAt ? { payment: { at: paidAt } } : {})],
    );
    return id;
  };

  it('is open from the day on which it was paid until it is cleared, the oldest first', async () => {
    await advance('2026-11-05T15:59:00.000Z', false, { number: 'JZ-2' });
    const first = await advance('2026-11-02T16:00:00.000Z', false, { number: 'JZ-1' });
    await advance('2026-10-01T00:00:00.000Z', true);
    await advance(null);
    await advance('2026-09-01T00:00:00.000Z', false, { status: 'terminated' });
    await advance('2026-09-01T00:00:00.000Z', false, { requester: 'wang-min' }).catch(() => undefined);
    expect((await earlier({}))['open']).toMatchObject({ count: 2, oldest: '2026-11-03', number: 'JZ-1' });
    expect((await earlier({}, 'li-na', first))['open']).toMatchObject({ count: 1, oldest: '2026-11-05', number: 'JZ-2' });
    expect((await earlier({}, 'zhang-wei'))['open']).toMatchObject({ count: 0, oldest: null, number: null, sums: {} });
  });

  it('adds up within some days what says the same and was not turned down', async () => {
    const spends = (amount: number, more: DeskRequest = {}) => desks.request({ amount, form: { category: 'travel' }, ...more });
    await spends(100_00);
    await spends(50_01, { daysAgo: 6 });
    await spends(1_00, { daysAgo: 8 });
    await spends(2_00, { form: { category: 'office' } });
    await spends(4_00, { status: 'rejected' });
    await spends(8_00, { requester: 'zhang-wei' });
    expect((await earlier({ category: 'travel' }))['week']).toMatchObject({ count: 2, sums: { CNY: '15001' } });
    expect((await earlier({}))['week']).toMatchObject({ count: 0, sums: {} });
  });

  it('keeps a new advance from being sent while an old one is open, and says which', async () => {
    const li = await api.as('li-na');
    const preview = async (): Promise<string> =>
      JSON.stringify((await li.send('POST', '/requests/preview', { definition: 'cash-advance', form: {}, choices: {} })).body);
    const ago = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
    await advance(ago(20), false, { number: 'JZ-7' });
    expect(await preview()).not.toContain('settle-first');
    await advance(ago(40), false, { number: 'JZ-8' });
    const said = await preview();
    expect(said).toContain('settle-first');
    expect(said).toContain('JZ-8');
  });
});
