import { dutyPairs, mergedDuties } from './merged-duties';

const title = { zh: '开票', en: 'Invoices' };
const given = (role: string, kind: 'execute' | 'review' | 'advise') => ({ role, kind, matter: 'invoices', title });

describe('two duties in one person', () => {
  const pairs = dutyPairs([given('collector', 'execute'), given('checker', 'review'), given('guest', 'advise')]);

  it('are told of whoever holds both posts, and of nobody who holds one', () => {
    expect(pairs).toEqual([{ first: 'collector', second: 'checker', about: title }]);
    const posts = [
      { person: 'ann', role: 'collector' },
      { person: 'ann', role: 'checker' },
      { person: 'bob', role: 'checker' },
      { person: 'bob', role: 'guest' },
    ];
    expect(mergedDuties(posts, pairs)).toEqual([{ person: 'ann', first: 'collector', second: 'checker', about: title }]);
  });

  it('are told of one post that has both, once', () => {
    const both = dutyPairs([given('assistant', 'execute'), given('assistant', 'review')]);
    const told = mergedDuties([{ person: 'cat', role: 'assistant' }], [...both, ...both]);
    expect(told).toEqual([{ person: 'cat', first: 'assistant', second: 'assistant', about: title }]);
  });
});
