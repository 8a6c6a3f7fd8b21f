import type { RequestView } from '../../../shared/api/wire';
import { planOf, rowsShown, type PlanItem } from './plan';

type List = RequestView['lists'][number];
const both = (text: string) => ({ zh: text, en: text });
const DAY = '2026-12-11';
const item = (id: string, due: number | null, more: Partial<PlanItem> = {}): PlanItem => ({
  ...{ id, title: both(id), note: null, group: 'works', signers: [], mandatory: true, waivable: false },
  due:
    due === null
      ? null
      : {
          day: new Date(Date.parse(DAY) + due * 86_400_000).toISOString().slice(0, 10),
          ...{ at: null, moment: null, daysLeft: due + 18, offset: due, late: due < -18 },
        },
  ...{ waits: [], frees: [], evidence: [], state: 'open' as const, seen: 0, words: [], waived: null, yours: false },
  ...more,
});
const list = (items: PlanItem[], more: Partial<List> = {}): List => ({
  ...{ step: 'preparation', title: both('Preparation'), open: true, items },
  countsTo: { field: 'openingOn', label: both('Opening'), day: DAY, daysLeft: 18 },
  groups: [{ id: 'works', title: both('Works') }],
  ...more,
});

describe('a plan in days', () => {
  const items = [
    item('till', -7, { waits: ['fit-out'] }),
    item('fit-out', -10, { frees: ['till'], waits: ['order'] }),
    item('order', -40, { frees: ['fit-out'] }),
    item('done', -45, { state: 'done', group: null }),
    item('any day', null),
  ];
  const plan = planOf([list(items)])!;

  it('lays items out by their day, after what comes before them', () => {
    expect(plan).toMatchObject({ day: DAY, today: -18, first: -49, last: 31 });
    expect(
      plan.groups.map(({ title, rows }) => [title?.en ?? null, rows.map(({ item: { id }, from, to, state }) => [id, from, to, state])]),
    ).toEqual([
      [
        'Works',
        [
          ['order', -44, -40, 'late'],
          ['fit-out', -40, -10, 'waits'],
          ['till', -10, -7, 'waits'],
          ['any day', null, null, 'open'],
        ],
      ],
      [null, [['done', -49, -45, 'done']]],
    ]);
    const [works] = plan.groups;
    expect(works?.rows[0]?.holds).toEqual([both('fit-out')]);
    expect(works?.rows[2]?.waits).toEqual([both('fit-out')]);
    expect((['open', 'all', 'late'] as const).map((shown) => rowsShown(works?.rows ?? [], shown).length)).toEqual([4, 4, 1]);
  });

  it('is none where nothing counts to a day', () => {
    expect(planOf([])).toBeNull();
    expect(planOf([list(items, { countsTo: null })])).toBeNull();
  });

  it('lays lists that run side by side beneath each other', () => {
    const two = planOf([list([item('a', 0, { group: null })], { groups: [] }), list([item('b', 60)], { step: 'second' })])!;
    expect(two.groups.map(({ title }) => title?.en)).toEqual(['Preparation', 'Works']);
    expect(two.last).toBe(61);
  });
});
