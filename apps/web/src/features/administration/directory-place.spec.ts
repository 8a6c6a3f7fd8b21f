import { directoryPlace } from './directory-place';

const document = { positions: [{ key: 'gm' }, { person: 'li-na' }] };

describe('a place in a directory document', () => {
  it('is a row with its key and what is wrong in it', () => {
    expect(directoryPlace('positions.0.superior', document)).toEqual({ list: 'positions', row: 1, key: 'gm', rest: 'superior' });
  });

  it('is the row alone where it has no key', () => {
    expect(directoryPlace('positions.1', document)).toEqual({ list: 'positions', row: 2, key: null, rest: '' });
  });

  it('is none outside the lists', () => {
    expect([directoryPlace('company.currency', document), directoryPlace('positions', document), directoryPlace('', null)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
