import { inDayOrder, isFirstWord, itemsShown, progressOf, sectionOf, waitsForReader, type ItemView } from './list-words';

const item = (id: string, more: Partial<ItemView> = {}): ItemView => ({
  id,
  title: { zh: id, en: id },
  note: null,
  group: null,
  signers: [{ people: [] }],
  due: null,
  mandatory: true,
  waivable: false,
  waits: [],
  frees: [],
  evidence: [],
  state: 'open',
  seen: 0,
  words: [],
  waived: null,
  yours: false,
  ...more,
});
const due = (daysLeft: number, late = false, at: string | null = null) => ({
  day: `2026-12-${String(10 + daysLeft).padStart(2, '0')}`,
  at,
  moment: null,
  daysLeft,
  offset: null,
  late,
});

describe('a list on the screen', () => {
  const items = [
    item('later', { due: due(3) }),
    item('late', { due: due(-2, true), yours: true }),
    item('noon', { due: due(0, false, '12:00'), group: 'works' }),
    item('today', { due: due(0) }),
    item('done', { state: 'done' }),
    item('waived', { state: 'waived', due: due(-1) }),
    item('someday'),
  ];

  it('tells how far it has come', () => {
    expect(progressOf(items)).toEqual({ all: 7, settled: 2, late: 1 });
    expect(progressOf([])).toEqual({ all: 0, settled: 0, late: 0 });
  });

  it('shows what was asked for', () => {
    const ids = (shown: Parameters<typeof itemsShown>[1]) => itemsShown(items, shown).map(({ id }) => id);
    expect(ids('mine')).toEqual(['late']);
    expect(ids('late')).toEqual(['late']);
    expect(ids('group works')).toEqual(['noon']);
    expect(ids('open')).toEqual(['later', 'late', 'noon', 'today', 'someday']);
    expect(ids('all')).toHaveLength(7);
  });

  it('lists with the reader’s own what something else comes before, which does not wait for them yet', () => {
    const held = item('held', { yours: true, waits: ['later'] });
    expect(itemsShown([...items, held], 'mine').map(({ id }) => id)).toEqual(['late', 'held']);
    expect([held, ...items].filter(waitsForReader).map(({ id }) => id)).toEqual(['late']);
  });

  it('stands by day, the earlier hour first and what has no day last', () => {
    expect(inDayOrder(itemsShown(items, 'open')).map(({ id }) => id)).toEqual(['late', 'noon', 'today', 'later', 'someday']);
    expect(items.map(sectionOf)).toEqual(['later', 'today', 'today', 'today', 'settled', 'settled', 'later']);
  });

  it('knows whose word is the first', () => {
    const word = { by: {} as never, at: '', comment: null };
    expect([isFirstWord(item('a')), isFirstWord(item('a', { words: [word] }))]).toEqual([true, false]);
  });
});
