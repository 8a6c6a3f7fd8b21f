import { startApi, type ApiUnderTest } from '../../../../test/support/api-under-test';
import type { Caller } from '../../../../test/support/caller';
import { Desks, type DeskRequest } from '../tasks/desks.fixture';
import type { PaymentCounts, PaymentPage, VoucherPage } from './dto/payment.view';

describe('payments', () => {
  let api: ApiUnderTest;
  let desks: Desks;
  let chen: Caller;
  let store: string;
  beforeAll(async () => {
    api = await startApi();
    desks = new Desks(api.database);
    chen = await api.as('chen-jing');
    const [unit] = await api.database.query<{ id: string }[]>(
      `SELECT id FROM unit WHERE key = 'store-xuhui' OR name->>'zh' = '徐汇店' LIMIT 1`,
    );
    store = unit?.id ?? '';
  });
  afterAll(() => api.stop());
  beforeEach(() => api.database.query('TRUNCATE request CASCADE'));

  const due = (amount: number, more: DeskRequest = {}, person = 'chen-jing') =>
    desks.request({ amount, form: { payee: `招行 ${amount}`, costUnit: store }, tasks: [{ person, step: 'payment', due: 2 }], ...more });
  const page = async (query = ''): Promise<PaymentPage> => {
    const { status, body } = await chen.get<PaymentPage>(`/payments?${query}`);
    expect([query, status, status === 200 ? null : body]).toEqual([query, 200, null]);
    return body;
  };
  const ids = async (query = ''): Promise<string[]> => (await page(query)).items.map(({ requestId }) => requestId);

  it('are closed to whoever has no right to them, and open the desk of finance to a cashier', async () => {
    const li = await api.as('li-na');
    for (const path of ['/payments', '/payments/counts', '/payments/vouchers'])
      expect([path, (await li.send('GET', path)).status]).toEqual([path, 403]);
    expect((await li.send('POST', '/payments', { items: [] })).status).toBe(403);
    expect((await chen.get<{ desks: string[] }>('/me')).body.desks).toContain('finance');
  });

  it('are what waits at a step that pays, with payee, amount and day, sorted, narrowed and paged', async () => {
    const late = await due(300_00, { tasks: [{ person: 'chen-jing', step: 'payment', due: -1, openedDaysAgo: 9 }] });
    const large = await due(12_300_00);
    const other = await due(500_00, { definition: 'cash-advance', form: { costUnit: store } }, 'gu-ming');
    await desks.request({ tasks: [{ person: 'zhang-wei' }] });
    const { items } = await page();
    expect(items.map(({ requestId }) => requestId)[0]).toBe(late);
    expect(items.find(({ requestId }) => requestId === large)).toMatchObject({
      ...{
        step: 'payment',
        payee: '招行 1230000',
        amount: { amount: '12300.00' },
        unit: { name: { zh: '徐汇店' } },
        stopped: false,
        slip: null,
      },
      ...{ requester: { name: { zh: '李娜' } }, by: { name: { zh: '陈静' } }, definition: { key: 'expense-reimbursement' } },
    });
    expect(items.map(({ requestId, task, payee }) => [requestId, task !== null, payee === null]).find(([id]) => id === other)).toEqual([
      other,
      false,
      true,
    ]);
    expect(await ids('sort=amount')).toEqual([large, other, late]);
    expect((await ids('sort=waiting'))[0]).toBe(late);
    expect(await ids('definition=cash-advance')).toEqual([other]);
    expect(await ids(`only=${late},${other}`)).toEqual([late, other]);
    expect(await ids(`unit=${store}`)).toHaveLength(3);
    const first = await page('sort=amount&limit=2');
    expect(await ids(`sort=amount&limit=2&cursor=${first.nextCursor}`)).toEqual([late]);
    const status = async (query: string) => (await chen.send('GET', `/payments?${query}`)).status;
    for (const query of ['view=x', 'sort=x', 'unit=x']) expect([query, await status(query)]).toEqual([query, 422]);
    for (const query of ['only=x', 'cursor=x']) expect([query, await status(query)]).toEqual([query, 400]);
    expect((await chen.get<PaymentCounts>('/payments/counts')).body).toEqual({
      ...{ due: 3, overdue: 1, paid: 0, returned: 0, amounts: [{ amount: '13100.00', currency: 'CNY' }] },
    });
  });

  it('tell what their requester was paid in advance and has not settled', async () => {
    const open = await desks.request({ definition: 'cash-advance', amount: 3_000_00, tasks: [{ person: 'liu-chang', step: 'clearing' }] });
    const state = { carriedOut: ['payment'], doneBy: { payment: { at: new Date().toISOString() } } };
    await api.database.query(`UPDATE request SET state = jsonb_set(state, '{context}', state->'context' || $2) WHERE id = $1`, [
      open,
      JSON.stringify(state),
    ]);
    await due(100_00);
    await due(200_00, { requester: 'zhang-wei' });
    const told = (await page('sort=amount')).items.map(({ advances }) =>
      advances.map(({ requestId, amount }) => [requestId, amount.amount]),
    );
    expect(told).toEqual([[], [[open, '3000.00']]]);
  });

  it('tell what was paid in parts, what is left, and each part by itself with its slip, until it is taken back', async () => {
    const yuan = (minor: string) => ({ minor, currency: 'CNY' });
    const paidParts = [{ paidOn: '2026-01-05', amount: yuan('40000'), slip: 'T-1' }];
    const id = await due(1_000_00, { form: { payee: '招行 1', costUnit: store, paidParts } });
    await api.database.query(
      `INSERT INTO transition (request_id, n, company_id, command_id, type, actor_id, at, command, facts, events, fields, hash, previous_chain, chain)
       SELECT r.id, 90, r.company_id, r.id || '-part', 'pay-part', r.requester_id, now(), $2, '{}', '[]', $3, '', '', '' FROM request r WHERE r.id = $1`,
      [
        id,
        JSON.stringify({ step: 'payment', part: yuan('40000') }),
        JSON.stringify({ paidParts: [{ amount: { amount: '400.00', currency: 'CNY' }, slip: 'T-1' }] }),
      ],
    );
    const sums = { amount: { amount: '1000.00' }, paid: { amount: '400.00' }, left: { amount: '600.00' }, inParts: true };
    expect((await page()).items).toMatchObject([{ requestId: id, ...sums }]);
    expect((await chen.get<PaymentCounts>('/payments/counts')).body.amounts).toEqual([{ amount: '600.00', currency: 'CNY' }]);
    expect((await page('view=paid')).items).toMatchObject([{ requestId: id, slip: 'T-1', amount: { amount: '400.00' }, left: null }]);
    const booked = async () =>
      (await chen.get<VoucherPage>('/payments/vouchers')).body.items.map(({ slip, side, amount }) => [slip, side, amount.amount]);
    expect(await booked()).toEqual([
      ['T-1', 'debit', '400.00'],
      ['T-1', 'credit', '400.00'],
    ]);
    await api.database.query(
      `UPDATE task SET status = 'decided', decision = 'approve', kind = 'work', closed_at = now() WHERE request_id = $1`,
      [id],
    );
    await api.database.query(`UPDATE request SET form = form || '{"paymentNumber": "T-2"}' WHERE id = $1`, [id]);
    expect((await booked()).filter(([, side]) => side === 'debit')).toEqual([
      ['T-1', 'debit', '400.00'],
      ['T-2', 'debit', '600.00'],
    ]);
    await api.database.query(
      `INSERT INTO transition (request_id, n, company_id, command_id, type, actor_id, at, command, facts, events, hash, previous_chain, chain)
       SELECT request_id, 91, company_id, command_id || '-undone', 'undo', actor_id, now(), '{}', '{}', '[{"type": "decision.undone", "of": 90}]', '', '', '' FROM transition WHERE request_id = $1`,
      [id],
    );
    expect((await booked()).map(([slip]) => slip)).not.toContain('T-1');
  });

  it('were made or sent back as their tasks say, and are booked on both sides', async () => {
    const done = (decision: 'approve' | 'return', days: number) => ({
      person: 'chen-jing',
      step: 'payment',
      decision,
      decidedDaysAgo: days,
    });
    const paid = await due(1_240_00, { form: { paymentNumber: 'P-1', costUnit: store }, tasks: [done('approve', 1)] });
    const back = await due(80_00, { status: 'returned', tasks: [done('return', 2)] });
    const again = await due(90_00, { form: { paymentNumber: 'P-2' }, tasks: [done('return', 3), done('approve', 2)] });
    expect(await ids()).toEqual([]);
    expect(await ids('view=paid')).toEqual([paid, again]);
    expect(await ids('view=returned')).toEqual([back]);
    expect((await page('view=paid')).items[0]).toMatchObject({ slip: 'P-1', by: { name: { zh: '陈静' } }, task: null });
    const { items } = (await chen.get<VoucherPage>('/payments/vouchers')).body;
    expect(items.map(({ slip, side, account, unit, amount }) => [slip, side, account.zh, unit?.name.zh ?? '', amount.amount])).toEqual([
      ['P-2', 'debit', '管理费用', '', '90.00'],
      ['P-2', 'credit', '银行存款', '', '90.00'],
      ['P-1', 'debit', '管理费用', '徐汇店', '1240.00'],
      ['P-1', 'credit', '银行存款', '', '1240.00'],
    ]);
    expect((await chen.get<VoucherPage>('/payments/vouchers?from=2020-01-01&to=2020-01-31')).body.items).toEqual([]);
    expect((await chen.get<PaymentCounts>('/payments/counts')).body).toMatchObject({ due: 0, paid: 2, returned: 1, amounts: [] });
  });
});
