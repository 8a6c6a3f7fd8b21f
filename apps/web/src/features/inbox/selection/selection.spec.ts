import type { InboxRow } from '../../../shared/api/wire';
import { allToggled, MOST_SELECTED, NOTHING, toggled } from './selection';
import type { StuckRow } from '../list/stuck-rows';

const row = (key: string, change: { gone?: boolean; pending?: boolean; taskId?: string | null } = {}): StuckRow => ({
  key,
  gone: change.gone ?? false,
  row: { requestId: key, taskId: 't', pending: false, ...change } as InboxRow,
});
const rows = ['a', 'b', 'c', 'd', 'e'].map((key) => row(key));

describe('selecting rows', () => {
  it('takes one more, and leaves one out again', () => {
    const one = toggled(NOTHING, rows, 'b', false);
    expect(one.keys).toEqual(['b']);
    expect(toggled(one, rows, 'b', false).keys).toEqual([]);
  });

  it('takes a range from the row pressed last, downwards and upwards, whatever was selected before', () => {
    expect(toggled(toggled(NOTHING, rows, 'b', false), rows, 'd', true).keys).toEqual(['b', 'c', 'd']);
    expect(toggled(toggled(NOTHING, rows, 'd', false), rows, 'b', true).keys).toEqual(['d', 'b', 'c']);
    expect(toggled(NOTHING, rows, 'c', true).keys).toEqual(['c']);
  });

  it('passes over what waits for nobody here', () => {
    const mixed = [row('a'), row('b', { gone: true }), row('c', { pending: true }), row('d', { taskId: null }), row('e')];
    expect(toggled(toggled(NOTHING, mixed, 'a', false), mixed, 'e', true).keys).toEqual(['a', 'e']);
    expect(allToggled(NOTHING, mixed).keys).toEqual(['a', 'e']);
  });

  it('takes all that are shown, and none of them the second time', () => {
    const all = allToggled(NOTHING, rows);
    expect(all.keys).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(allToggled(all, rows)).toEqual(NOTHING);
    expect(allToggled(toggled(NOTHING, rows, 'c', false), rows).keys).toHaveLength(5);
  });

  it('holds no more than one press decides', () => {
    const many = Array.from({ length: MOST_SELECTED + 20 }, (_, index) => row(String(index)));
    const all = allToggled(NOTHING, many);
    expect(all.keys).toHaveLength(MOST_SELECTED);
    expect(toggled(all, many, String(MOST_SELECTED + 1), false).keys).toHaveLength(MOST_SELECTED);
    expect(allToggled(all, many)).toEqual(NOTHING);
  });
});
