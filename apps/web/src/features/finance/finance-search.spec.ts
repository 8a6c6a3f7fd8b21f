import { financeSearch, periodsOffered } from './finance-search';

const id = '0196f3a0-0000-7000-8000-000000000000';

describe('the address of the desk of finance', () => {
  it('keeps what it understands, and nothing else', () => {
    expect(financeSearch({ period: '2026-11', category: 'travel', turned: `${id},x` })).toEqual({
      ...{ period: '2026-11', category: 'travel', turned: [id] },
    });
    expect(financeSearch({ period: '2026', turned: '' })).toEqual({ period: '2026', category: undefined, turned: [] });
    expect(financeSearch({ period: '2026-13', category: 'A b', turned: 7 })).toEqual({
      period: undefined,
      category: undefined,
      turned: undefined,
    });
  });

  it('offers the months of the year that is shown, and the years beside it', () => {
    const offered = periodsOffered('2026-11');
    expect([offered[0], offered[1], offered[12], offered.slice(-2)]).toEqual(['2026', '2026-01', '2026-12', ['2025', '2027']]);
  });
});
