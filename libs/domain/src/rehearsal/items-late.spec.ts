import { WEEKDAYS, type Calendar, type Hours, type Weekday } from '../calendar/calendar.schema';
import { definitionSchema } from '../definition/definition.schema';
import { NOW, sampleDirectory } from '../people/sample-company.fixture';
import { itemsDue } from '../request/items/item-clock';
import { deadlines, nextDeadline } from '../request/time/deadline';
import { itemOf } from '../request/items/items';
import { recordOf } from '../request/standing';
import { LIST, listed } from './checklist.fixture';
import { changed, fold, Play, START } from './play.fixture';
import { told } from './staffed.fixture';

const SHANGHAI = 'Asia/Shanghai';
const role = (name: string) => ({ by: 'role' as const, role: name, scope: 'company' as const });
const item = (id: string, days: number, more: object = {}) => ({ id, title: { zh: id, en: id }, due: { field: 'opensOn', days }, ...more });
const cst = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();
const endOf = (day: string): string => new Date(Date.parse(cst(day, '00:00')) + 86_400_000 - 1).toISOString();

const WEEK = Object.fromEntries(WEEKDAYS.map((day) => [day, [['09:00', '21:00']]])) as unknown as Record<Weekday, Hours>;

const ITEMS = [
  item('goods', -5),
  item('shop', -5, { owner: role('store-manager') }),
  item('till', -1, { owner: role('store-manager') }),
  { id: 'sign', title: { zh: 'sign', en: 'sign' }, waivable: true },
];

/** A list of the area manager's (zhang) and the store manager's (na), come to on Sunday 2026-11-22; `opensOn` says when it opens. */
function atList(opensOn: string, { deadlines: usual = 'usual' as const, items = ITEMS, calendar }: Asked = {}): Play {
  const list = { ...LIST, assignee: role('area-manager'), waive: role('gm'), items, groups: [], fields: { write: [] } };
  const definition = definitionSchema.parse({ ...listed({}, [list] as never), ...(usual && { deadlines: usual }) });
  const play = new Play(definition);
  passTo(play, NOW, calendar);
  play.do('submit', 'sun', { form: { opensOn, franchise: false } });
  return play;
}
interface Asked {
  deadlines?: 'usual' | null;
  items?: object[];
  calendar?: Calendar;
}

function passTo(play: Play, at: string, calendar?: Calendar): void {
  play.seconds = Math.ceil((Date.parse(at) - START) / 1000);
  const directory = { ...sampleDirectory(), now: at, timeZone: SHANGHAI };
  const hq = { ...(directory.units['hq'] as NonNullable<(typeof directory.units)[string]>), ...(calendar && { calendar }) };
  play.directory = { ...directory, units: { ...directory.units, hq } };
}

/** Lets the time come to the next deadline, and tells what it was, of which items, and to whom. */
function next(play: Play): unknown[] {
  const deadline = nextDeadline(play.request.state);
  if (deadline === null) return [];
  passTo(play, deadline.at);
  expect(play.timer()).toBeNull();
  return play.events.map((event) => ('items' in event && 'people' in event ? [event.type, event.items, event.people] : event.type));
}

const list = (play: Play) => recordOf(play.context, 'prepare');
const tick = (play: Play, person: string, id: string) => {
  const seat = Object.values(list(play)?.seats ?? {}).find((each) => each.person === person);
  return play.do('tick', person, { step: 'prepare', item: id, generation: seat?.generation ?? 0, shown: play.shown('prepare'), seen: 0 });
};

describe('items that are due on a day', () => {
  it('are told to whoever they wait for, as that day begins and once it is over, and a working day later to whoever is above', () => {
    const play = atList('2026-12-01');
    // Thursday the 26th.
    expect(nextDeadline(play.request.state)).toEqual({ step: 'prepare', kind: 'items', at: cst('2026-11-26', '09:00') });
    expect(next(play)).toEqual([['step.reminded', ['goods', 'shop'], ['zhang', 'na']]]);
    expect(play.effects).toEqual([
      { type: 'notify', notice: 'task-due-soon', to: ['zhang', 'na'], step: 'prepare', immediate: true, due: endOf('2026-11-26') },
    ]);
    expect(tick(play, 'zhang', 'goods')).toBeNull();
    expect(next(play)).toEqual([['step.overdue', ['shop'], ['na']]]);
    // On Monday morning both.
    expect(next(play)).toEqual([
      ['step.reminded', ['till'], ['na']],
      ['step.escalated', ['shop'], ['zhang']],
    ]);
    expect(play.context.outcome).toBeNull();
    fold(play.process, play.journal);
  });

  it('make the step due with the first of them that is to be done, and each seat with the first of its own', () => {
    const play = atList('2026-12-01');
    expect(itemsDue(list(play))).toBe(endOf('2026-11-26'));
    const seatOf = (person: string) => Object.entries(list(play)?.seats ?? {}).find(([, seat]) => seat.person === person)?.[0] ?? '';
    tick(play, 'na', 'shop');
    expect(itemsDue(list(play), seatOf('na'))).toBe(endOf('2026-11-30'));
    tick(play, 'zhang', 'goods');
    expect(itemsDue(list(play), seatOf('zhang'))).toBeNull();
    expect(itemsDue(list(play))).toBe(endOf('2026-11-30'));
    expect(play.do('untick', 'zhang', { step: 'prepare', item: 'goods', comment: 'x' })).toBeNull();
    expect(itemsDue(list(play), seatOf('zhang'))).toBe(endOf('2026-11-26'));
  });

  it('are late at once where the day is over as the list begins: nobody is reminded of what is past', () => {
    const play = atList('2026-11-20', { items: [item('goods', -7)] });
    expect(next(play)).toEqual([['step.overdue', ['goods'], ['zhang']]]);
    expect(next(play)).toEqual([['step.escalated', ['goods'], ['sun']]]);
    expect(nextDeadline(play.request.state)).toBeNull();
  });

  it('come by the clock of the unit, and move with its calendar', () => {
    const items = [item('goods', 0, { due: { field: 'opensOn', days: 0, at: '08:20' } })];
    const tokyo: Calendar = { timeZone: 'Asia/Tokyo', exceptions: [] };
    const play = atList('2026-12-01', { items, calendar: tokyo });
    const clock = () => itemOf(list(play), 'goods')?.clock;
    expect(clock()).toMatchObject({ day: '2026-12-01', at: '08:20', due: '2026-11-30T23:20:00.000Z' });
    passTo(play, cst('2026-11-23', '10:00'));
    expect(changed(play)).toBeNull();
    expect(clock()?.due).toBe('2026-12-01T00:20:00.000Z');
    expect(told(play.events)).not.toContain('step.asks-others prepare');
  });

  it('count from when the unit closes that day, whatever it says', () => {
    const items = [item('goods', 0, { due: { field: 'opensOn', days: 0, closing: -10 } })];
    const early: Calendar = { store: { week: WEEK, statutory: false }, exceptions: [] };
    const due = (calendar?: Calendar) => itemOf(list(atList('2026-12-01', { items, ...(calendar && { calendar }) })), 'goods')?.clock;
    expect(due()).toMatchObject({ at: '21:50', due: cst('2026-12-01', '21:50') });
    expect(due(early)).toMatchObject({ at: '20:50', due: cst('2026-12-01', '20:50') });
  });

  it('are only shown where the definition asks for no more', () => {
    const play = atList('2026-12-01', { deadlines: null });
    expect(itemsDue(list(play))).toBe(endOf('2026-11-26'));
    expect(deadlines(play.request.state)).toEqual([]);
  });
});
