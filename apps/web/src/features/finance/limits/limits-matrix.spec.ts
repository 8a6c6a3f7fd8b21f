import { limitMatrix } from './limits-matrix';

const both = (text: string) => ({ zh: text, en: text });
const grant = (role: string | null, amount: string | null, more: object = {}) =>
  ({
    ...{
      id: `${role} ${amount}`,
      role,
      roleTitle: both(role ?? ''),
      matter: 'expense',
      title: both('Expense'),
      plan: 'in',
      state: 'granted',
      inForce: true,
    },
    limit: amount === null || amount === 'no-limit' ? amount : { amount, currency: 'CNY' },
    ...more,
  }) as never;

describe('the matrix of limits', () => {
  it('has a line for each role and side of the plan, who reaches least first', () => {
    const { columns, lines } = limitMatrix([
      grant('gm', '500000', { plan: 'over' }),
      grant('gm', 'no-limit'),
      grant('lead', '5000'),
      grant('store', '200'),
      grant('store', '0', { matter: 'gifts', title: both('Gifts') }),
    ]);
    expect(columns.map(({ matter }) => matter)).toEqual(['expense', 'gifts']);
    expect(lines.map(({ role, plan }) => `${role} ${plan}`)).toEqual(['store in', 'lead in', 'gm in', 'gm over']);
  });

  it('has matters for which nobody has an amount last', () => {
    const grants = [grant('lead', null, { matter: 'advance' }), grant('lead', '5000'), grant('gm', 'no-limit', { matter: 'lease' })];
    expect(limitMatrix(grants).columns.map(({ matter }) => matter)).toEqual(['expense', 'lease', 'advance']);
  });

  it('leaves out what does not hold today and what is a person’s own, and keeps what is withheld', () => {
    const grants = [grant('old', '1', { inForce: false }), grant(null, '500'), grant('held', null, { state: 'withheld', inForce: false })];
    expect(limitMatrix(grants).lines.map(({ role }) => role)).toEqual(['held']);
  });
});
