import { signingSearch } from './signing-search';

const id = '0196f3a0-0000-7000-8000-000000000000';

describe('the address of who may sign', () => {
  it('keeps what it understands, and nothing else', () => {
    const asked = {
      process: 'expense-reimbursement',
      step: 'approval',
      amount: '12300.5',
      unit: id,
      requester: id,
      plan: 'over',
      date: '2026-05-03',
      known: 'then',
    };
    expect(signingSearch(asked)).toEqual(asked);
    const wrong = { process: 'A b', step: 1, amount: '-1', unit: 'x', requester: 1, plan: 'in', date: '2026-13-01', known: 'then' };
    expect(Object.values(signingSearch(wrong)).filter((value) => value !== undefined)).toEqual([]);
  });
});
