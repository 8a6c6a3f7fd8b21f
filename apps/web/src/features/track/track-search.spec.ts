import { filtersOf, sameFilters, trackSearch } from './track-search';

const PERSON = '0196f3a0-0000-7000-8000-000000000000';

describe('the address of the tracking desk', () => {
  it('keeps what it understands and drops the rest', () => {
    const read = trackSearch({
      view: 'overdue',
      waits: PERSON,
      unit: 'xuhui',
      waited: '5',
      amountMin: '1.2万',
      sort: 'newest',
      kind: 'lost',
      utm: 'x',
    });
    expect(filtersOf(read)).toEqual({ view: 'overdue', waits: PERSON, amountMin: '1.2万' });
    expect(read.sort).toBeUndefined();
  });

  it('has no version and no step without a process', () => {
    expect(filtersOf(trackSearch({ version: '2', step: 'review' }))).toEqual({});
    expect(filtersOf(trackSearch({ definition: 'lease', version: '2', step: 'review' }))).toEqual({
      definition: 'lease',
      version: '2',
      step: 'review',
    });
    expect(filtersOf(trackSearch({ definition: 'lease', version: '0' }))).toEqual({ definition: 'lease' });
  });

  it('says of two whether they narrow alike, whatever else they show', () => {
    expect(sameFilters(trackSearch({ view: 'under-way', sort: 'due' }), {})).toBe(true);
    expect(sameFilters(trackSearch({ view: 'stuck' }), {})).toBe(false);
  });
});
