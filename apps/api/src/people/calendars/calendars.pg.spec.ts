import { startApi, type ApiUnderTest } from '../../../../../test/support/api-under-test';
import type { Caller } from '../../../../../test/support/caller';

interface UnitRow {
  id: string;
  parentId: string | null;
  kind: string;
  name: { zh: string };
  own: boolean;
  hours: string;
}
interface Day {
  day: string;
  clocks: { clock: string; kind: string; hours: string; name: { zh: string } | null }[];
}
interface View {
  unit: UnitRow;
  timeZone: string;
  calendar: object;
  standing: string;
  years: { year: number; known: string }[];
  days: Day[];
  code?: string;
  errors?: { field: string }[];
}

const everyDay = (hours: [string, string][]) => ({
  ...{ mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours },
});
const LATE = { store: { week: everyDay([['08:00', '23:00']]), statutory: false } };

describe('calendars of units', () => {
  let api: ApiUnderTest;
  let admin: Caller;
  let auditor: Caller;
  let units: UnitRow[];
  beforeAll(async () => {
    api = await startApi();
    admin = await api.as('lu-ning');
    auditor = await api.as('jiang-ming');
    units = await listed();
  });
  afterAll(() => api.stop());

  const listed = async (): Promise<UnitRow[]> => (await admin.get<{ items: UnitRow[] }>('/calendars?limit=200')).body.items;
  const named = (name: string): UnitRow => {
    const unit = units.find((each) => each.name.zh === name);
    if (!unit) throw new Error(`Expected a unit ${name}, but there is none`);
    return unit;
  };
  const read = async (id: string, month = '2026-10'): Promise<View> => (await admin.get<View>(`/units/${id}/calendar?month=${month}`)).body;
  const put = (id: string, calendar: unknown, more = '') =>
    admin.send<View>('PUT', `/units/${id}/calendar?month=2026-10${more}`, { calendar });
  const on = ({ days }: View, day: string, clock: string) =>
    days.find((each) => each.day === day)?.clocks.find((each) => each.clock === clock);
  const changes = async (): Promise<string[]> =>
    (await auditor.get<{ items: { kind: string }[] }>('/changes')).body.items.map(({ kind }) => kind);

  it('know the statutory holidays and the days that make up for them', async () => {
    const view = await read(named('徐汇店').id);
    expect([view.timeZone, view.years[0]]).toEqual(['Asia/Shanghai', { year: 2026, known: 'announced' }]);
    expect(on(view, '2026-10-01', 'office')).toMatchObject({ kind: 'holiday', hours: '' });
    expect(on(view, '2026-10-10', 'office')).toMatchObject({ kind: 'make-up' });
    expect(on(view, '2026-10-10', 'office')?.hours).not.toBe('');
    expect((await read(named('徐汇店').id, '2031-10')).years).toEqual([
      { year: 2031, known: 'unknown' },
      { year: 2032, known: 'unknown' },
    ]);
  });

  it('say what a change would do without keeping it, keep it, hand it down, and go on record', async () => {
    const area = units.find(({ id }) => id === named('徐汇店').parentId) as UnitRow;
    expect((await put(area.id, LATE, '&trial=true')).body).toMatchObject({ moved: 0, complete: true });
    expect(on(await read(named('徐汇店').id), '2026-10-01', 'store')?.hours).not.toBe('08:00–23:00');
    expect(await changes()).not.toContain('calendar-changed');

    expect((await put(area.id, LATE)).status).toBe(200);
    expect(on(await read(named('徐汇店').id), '2026-10-01', 'store')?.hours).toBe('08:00–23:00');
    units = await listed();
    expect([named('徐汇店').own, units.find(({ id }) => id === area.id)?.own]).toEqual([false, true]);
    expect((await changes()).filter((kind) => kind === 'calendar-changed')).toHaveLength(1);

    const closed = { from: '2026-10-12', to: '2026-10-12', clock: 'store', hours: [], reason: { zh: '盘点', en: 'Stocktake' } };
    expect((await put(named('徐汇店').id, { exceptions: [closed] })).status).toBe(200);
    const day = on(await read(named('徐汇店').id), '2026-10-12', 'store');
    expect(day).toMatchObject({ kind: 'exception', hours: '', name: { zh: '盘点' } });
    for (const { id } of [area, named('徐汇店')]) expect((await put(id, {})).status).toBe(200);
    expect((await listed()).some(({ own, id }) => own && id === area.id)).toBe(false);
  });

  it('are not changed over what somebody else has said since it was looked at', async () => {
    const { id } = named('静安店');
    const { standing } = await read(id);
    const over = (shown: string, more = '') =>
      admin.with({ 'If-Match': `"${shown}"` }).send<View>('PUT', `/units/${id}/calendar?month=2026-10${more}`, { calendar: LATE });
    const closed = { from: '2026-10-13', to: '2026-10-13', clock: 'store', hours: [], reason: { zh: '盘点', en: 'Stocktake' } };
    expect((await put(id, { exceptions: [closed] })).status).toBe(200);
    for (const more of ['', '&trial=true'])
      expect([more, (await over(standing, more)).body]).toMatchObject([more, { status: 409, code: 'changed-meanwhile' }]);
    expect(on(await read(id), '2026-10-13', 'store')).toMatchObject({ kind: 'exception' });
    expect((await over((await read(id)).standing)).status).toBe(200);
    expect((await put(id, {})).status).toBe(200);
    expect((await read(id)).standing).toBe(standing);
  });

  it.each([
    ['nothing', null],
    ['a zone that is none', { timeZone: 'Mars/Phobos' }],
    ['a span that ends before it begins', { store: { week: everyDay([['22:00', '10:00']]), statutory: false } }],
    [
      'a day that is none',
      { exceptions: [{ from: '2026-02-30', to: '2026-02-30', clock: 'store', hours: [], reason: { zh: '无', en: 'None' } }] },
    ],
    ['a member that nobody knows', { ...LATE, lunch: true }],
  ])('refuse %s, and keep what was', async (_, calendar) => {
    const store = named('静安店');
    const before = await read(store.id);
    const { status, body } = await put(store.id, calendar);
    expect(status).toBe(422);
    expect((body.errors ?? []).map(({ field }) => field).every((field) => field.startsWith('calendar'))).toBe(true);
    expect(await read(store.id)).toEqual(before);
  });

  it('are listed a page at a time, whoever is above first, with the hours that they take from above', async () => {
    const region = named('徐汇店').parentId ?? '';
    expect((await put(region, LATE)).status).toBe(200);
    const all: UnitRow[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const next: string = cursor && `&cursor=${cursor}`;
      const page = await admin.get<{ items: UnitRow[]; nextCursor: string | null }>(`/calendars?limit=5${next}`);
      const body: { items: UnitRow[]; nextCursor: string | null } = page.body;
      expect(body.items.length).toBeLessThanOrEqual(5);
      for (const unit of body.items)
        expect(unit.parentId === null || [...all, ...body.items].some(({ id }) => id === unit.parentId)).toBe(true);
      all.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(all).toHaveLength(units.length);
    expect(all.find(({ name }) => name.zh === '徐汇店')).toMatchObject({ hours: '08:00–23:00', own: false });
    expect((await put(region, {})).status).toBe(200);
    expect((await admin.get('/calendars?cursor=eA')).status).toBe(400);
  });

  it('take the days of a year that a unit has entered itself, below it as well', async () => {
    const root = units[0] as UnitRow;
    const spring = { from: '2031-01-23', to: '2031-01-29', clock: 'office', hours: [], reason: { zh: '春节', en: 'Spring Festival' } };
    expect((await put(root.id, { exceptions: [spring], years: [2031] })).status).toBe(200);
    const view = await read(named('徐汇店').id, '2031-01');
    expect(view.years.map(({ known }) => known)).toEqual(['entered', 'unknown']);
    expect(on(view, '2031-01-24', 'office')).toMatchObject({ kind: 'exception', hours: '' });
    expect((await put(root.id, { exceptions: [], years: [1999] })).status).toBe(422);
    expect((await put(root.id, {})).status).toBe(200);
  });

  it('take another week from a day on, and show it from that day', async () => {
    const store = named('静安店');
    const week = everyDay([['10:00', '22:00']]);
    const changes = [{ from: '2026-10-15', week: everyDay([['09:00', '21:00']]), statutory: false }];
    expect((await put(store.id, { store: { week, statutory: false, changes } })).status).toBe(200);
    const view = await read(store.id);
    expect(['2026-10-14', '2026-10-15', '2026-10-31'].map((day) => on(view, day, 'store')?.hours)).toEqual([
      '10:00–22:00',
      '09:00–21:00',
      '09:00–21:00',
    ]);
    expect((await put(store.id, { store: { week, statutory: false, changes: [...changes, ...changes] } })).status).toBe(422);
    expect((await put(store.id, {})).status).toBe(200);
  });

  it('are for whoever keeps the directory, and for units that there are', async () => {
    const other = await api.as('li-na');
    for (const answer of [
      await other.get('/calendars'),
      await other.get(`/units/${named('徐汇店').id}/calendar?month=2026-10`),
      await other.send('PUT', `/units/${named('徐汇店').id}/calendar?month=2026-10`, { calendar: LATE }),
    ])
      expect(answer.status).toBe(403);
    expect((await put('0196f3a0-0000-7000-8000-000000000000', LATE)).status).toBe(404);
    expect((await admin.get(`/units/${named('徐汇店').id}/calendar?month=2026-13`)).status).toBe(422);
  });
});
