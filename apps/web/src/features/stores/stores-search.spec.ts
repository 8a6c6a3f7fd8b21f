import { storesSearch } from './stores-search';

const ID = '0196f3a0-0000-7000-8000-000000000000';

describe('the address of the desk of the stores', () => {
  it('is read as far as it is understood', () => {
    expect(storesSearch({ part: 'leases', view: 'soon', q: '正大', unit: ID, open: ID })).toEqual({
      ...{ part: 'leases', view: 'soon', q: '正大', unit: ID, open: ID },
    });
    expect(storesSearch({ part: 'x', view: 'soon', q: ' ', unit: 'x', open: ID, more: 1 })).toEqual({});
    expect(storesSearch({ view: 'late', open: ID })).toEqual({ view: 'late' });
    expect(storesSearch({ view: ['late'], q: 7 })).toEqual({});
  });

  it('leaves out what is usual', () => {
    expect(storesSearch({ part: 'openings', view: 'running' })).toEqual({});
    expect(storesSearch({ part: 'leases', view: 'all' })).toEqual({ part: 'leases' });
  });
});
