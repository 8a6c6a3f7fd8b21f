import type { RequestView } from '../api/wire';
import { movedBy } from './moved-items';

type List = RequestView['lists'][number];
const both = (text: string) => ({ zh: text, en: text });
const DAY = '2026-12-11';
const item = (id: string, due: number, more: Partial<List['items'][number]> = {}): List['items'][number] => ({
  ...{ id, title: both(id), note: null, group: null, signers: [], mandatory: true, waivable: false },
  due: {
    day: new Date(Date.parse(DAY) + due * 86_400_000).toISOString().slice(0, 10),
    ...{ at: null, moment: null, daysLeft: due + 18, offset: due, late: due < -18 },
  },
  ...{ waits: [], frees: [], evidence: [], state: 'open' as const, seen: 0, words: [], waived: null, yours: false },
  ...more,
});
const list = (items: List['items']): Pick<List, 'items' | 'countsTo'> => ({
  countsTo: { field: 'openingOn', label: both('Opening'), day: DAY, daysLeft: 18 },
  items,
});

describe('what moves with the day that a list counts to', () => {
  const lists = [
    list([item('till', -7), item('fit-out', -10), item('order', -40), item('done', -12, { state: 'done' })]),
    list([item('own day', -9, { due: { ...item('x', -9).due!, offset: null } })]),
  ];
  const moved = (to: string) => {
    const { days, items, late } = movedBy(lists, to);
    return [days, items.length, late.map(({ id }) => id)];
  };

  it('is what is open and counts from it; and what would be past its day at once is named', () => {
    expect(moved('2026-12-18')).toEqual([7, 3, []]);
    expect(moved('2026-12-02')).toEqual([-9, 3, ['fit-out']]);
    expect(moved('2026-11-27')).toEqual([-14, 3, ['till', 'fit-out']]);
    expect(moved(DAY)).toEqual([0, 0, []]);
  });

  it('is nothing where no list counts to a day', () => {
    expect(movedBy([], DAY)).toEqual({ days: 0, items: [], late: [] });
    expect(movedBy([{ items: [item('a', 0)], countsTo: null }], '2030-01-01').items).toEqual([]);
  });
});
