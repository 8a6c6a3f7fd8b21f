import type { Condition } from '../definition/condition.schema';
import { mayHold } from './may-hold';

const large: Condition = { gt: [{ field: 'value' }, { money: '1000', currency: 'CNY' }] };
const renewed: Condition = { eq: [{ field: 'proposal' }, { value: 'renew' }] };

const may = (condition: Condition, proposal: string, open: string[] = ['value']): boolean =>
  mayHold(condition, { fields: { proposal, value: null }, params: {}, stanceOn: () => null, requesterRoles: [] }, new Set(open));

describe('what a condition may still come to', () => {
  it('is open where it compares what nobody has written yet', () => {
    expect(may(large, 'renew')).toBe(true);
    expect(may({ not: large }, 'renew')).toBe(true);
    expect(may(large, 'renew', [])).toBe(false);
  });

  it('is settled where another part settles it', () => {
    expect(may({ all: [large, renewed] }, 'exit')).toBe(false);
    expect(may({ all: [large, renewed] }, 'renew')).toBe(true);
    expect(may({ any: [large, renewed] }, 'exit')).toBe(true);
    expect(may({ not: { any: [large, renewed] } }, 'renew')).toBe(false);
    expect(may(renewed, 'exit')).toBe(false);
  });
});
