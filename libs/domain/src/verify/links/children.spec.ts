import { compile } from '../../machine/compile';
import { parent, table } from '../../rehearsal/children.fixture';
import { verify } from '../verify';

describe('a definition with children', () => {
  const codes = (more: object) => verify(parent(more)).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));

  it('is sound, and hands over material fields', () => {
    expect(codes({})).toEqual([]);
    expect(compile(parent({ map: { friend: { field: 'friend' } } })).material).toContain('friend');
  });

  it.each([
    ['a table that is none', { each: 'reason' }, 'not-table'],
    ['a column without a table', { map: { a: { column: 'invoice' } } }, 'unknown-field'],
    ['a field that is not there', { map: { a: { field: 'nothing' } } }, 'unknown-field'],
    ['more than there can ever be', { wait: 2 }, 'join-never-met'],
  ])('is refused for %s', (_, more, code) => {
    expect(codes(more)).toContain(code);
  });

  it('starts at most a hundred at once', () => {
    const definition = parent(table);
    const [, items] = definition.form.fields;
    if (items?.type === 'table') items.maxRows = 101;
    expect(verify(definition).map(({ code }) => code)).toContain('too-many-children');
  });
});
