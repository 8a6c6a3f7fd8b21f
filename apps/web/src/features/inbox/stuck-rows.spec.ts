import type { InboxRow } from '../../shared/api/wire';
import { nextRow, stickRows } from './stuck-rows';

const row = (id: string, more: Partial<InboxRow> = {}): InboxRow =>
  ({ requestId: id, taskId: `task-${id}`, decided: null, ...more }) as InboxRow;
const shown = (rows: { key: string; gone: boolean }[]): string[] => rows.map((item) => `${item.key}${item.gone ? ' (gone)' : ''}`);
const first = stickRows([], [row('a'), row('b'), row('c')]);

describe('stickRows', () => {
  it('shows the rows of the server in their order', () => {
    expect(shown(first)).toEqual(['task-a', 'task-b', 'task-c']);
  });
  it('keeps a row that somebody else decided in its place', () => {
    expect(shown(stickRows(first, [row('a'), row('c')]))).toEqual(['task-a', 'task-b (gone)', 'task-c']);
  });
  it('keeps the first row in front when it goes', () => {
    expect(shown(stickRows(first, [row('b'), row('c')]))).toEqual(['task-a (gone)', 'task-b', 'task-c']);
  });
  it('keeps several gone rows in their old order', () => {
    const second = stickRows(first, [row('a')]);
    expect(shown(stickRows(second, [row('a'), row('d')]))).toEqual(['task-a', 'task-b (gone)', 'task-c (gone)', 'task-d']);
  });
  it('takes a row back when an undo returns it', () => {
    const second = stickRows(first, [row('a'), row('c')]);
    expect(shown(stickRows(second, [row('a'), row('b'), row('c')]))).toEqual(['task-a', 'task-b', 'task-c']);
  });
});

describe('nextRow', () => {
  it('opens the next row that still waits', () => {
    const rows = stickRows(first, [row('a'), row('c')]);
    expect(nextRow(rows, 'task-a', new Set())?.key).toBe('task-c');
  });
  it('passes over a row whose decision is not confirmed yet', () => {
    expect(nextRow(first, 'task-a', new Set(['b']))?.key).toBe('task-c');
  });
  it('goes back up at the end of the list', () => {
    expect(nextRow(first, 'task-c', new Set())?.key).toBe('task-b');
  });
  it('says so when nothing is left', () => {
    expect(nextRow(stickRows([], [row('a')]), 'task-a', new Set())).toBeNull();
  });
});
