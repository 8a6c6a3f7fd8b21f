import type { InboxRow } from '../../../shared/api/wire';
import { freshList, nextRow, stickRows, type StuckList } from './stuck-rows';

const row = (id: string, more: Partial<InboxRow> = {}): InboxRow =>
  ({ requestId: id, taskId: `task-${id}`, decided: null, ...more }) as InboxRow;
const sent = (ids: string, complete = true) => ({ rows: [...ids].map((id) => row(id)), complete });
const shown = ({ rows, arrived }: StuckList): string =>
  rows.map((item) => `${item.key}${item.gone ? '-' : ''}`).join(' ') +
  (arrived.length > 0 ? ` + ${arrived.map((item) => item.requestId).join(' ')}` : '');
const first = freshList(sent('abc'));

describe('stickRows', () => {
  it('shows the rows of the server in their order, one for each request', () => {
    expect(shown(first)).toBe('a b c');
  });
  it('keeps a row that somebody else decided in its place', () => {
    expect(shown(stickRows(first, sent('ac')))).toBe('a b- c');
    expect(shown(stickRows(first, sent('bc')))).toBe('a- b c');
  });
  it('keeps several gone rows in their old order', () => {
    const second = stickRows(first, sent('a'));
    expect(shown(stickRows(second, sent('ad')))).toBe('a b- c- d');
  });
  it('takes a row back when an undo returns it', () => {
    const second = stickRows(first, sent('ac'));
    expect(shown(stickRows(second, sent('abc')))).toBe('a b c');
  });
  it('holds back what is more urgent than what the reader sees', () => {
    expect(shown(stickRows(first, sent('xaybc')))).toBe('a b c + x y');
  });
  it('lets what is less urgent follow', () => {
    expect(shown(stickRows(first, sent('abcz')))).toBe('a b c z');
  });
  it('no longer announces what has come and gone meanwhile', () => {
    const second = stickRows(first, sent('xabc'));
    expect(shown(stickRows(second, sent('abc')))).toBe('a b c');
  });
  it('shows everything at once where there is nothing left to keep still', () => {
    const none = stickRows(first, sent(''));
    expect(shown(none)).toBe('a- b- c-');
    expect(shown(stickRows(none, sent('xy')))).toBe('x y');
    expect(shown(stickRows(freshList(sent('')), sent('xy')))).toBe('x y');
  });
  it('does not call a row gone that was pushed beyond the page', () => {
    expect(shown(stickRows(first, sent('xab', false)))).toBe('a b c + x');
    expect(shown(stickRows(first, sent('xac', false)))).toBe('a b- c + x');
  });
});

describe('nextRow', () => {
  it('opens the next row that still waits', () => {
    const { rows } = stickRows(first, sent('ac'));
    expect(nextRow(rows, 'a', new Set())?.key).toBe('c');
  });
  it('passes over a row whose decision is not confirmed yet', () => {
    expect(nextRow(first.rows, 'a', new Set(['b']))?.key).toBe('c');
  });
  it('goes back up at the end of the list', () => {
    expect(nextRow(first.rows, 'c', new Set())?.key).toBe('b');
  });
  it('says so when nothing is left', () => {
    expect(nextRow(freshList(sent('a')).rows, 'a', new Set())).toBeNull();
  });
});
