import { SEED_DEFINITIONS } from '@countersign/definitions';
import { compile, type StepRecord } from '@countersign/domain';
import { rowClocks, waitOf, wayOf, type RowPlace } from './row-places';

const definition = SEED_DEFINITIONS.find(({ key }) => key === 'research-plan-approval');
if (!definition) throw new Error('Expected the research plan to be shipped, but it is not');
const process = compile(definition);

const record = (status: StepRecord['status']): StepRecord => ({ status, generation: 1, seats: {} });
const place = (steps: Record<string, StepRecord['status']>, more: Partial<RowPlace> = {}): RowPlace => ({
  ...{
    requestId: '',
    definitionId: '',
    kind: 'waiting',
    step: null,
    late: false,
    unit: null,
    others: 0,
    since: null,
    due: null,
    units: [],
    timeZone: 'Asia/Shanghai',
  },
  steps: Object.fromEntries(Object.entries(steps).map(([id, status]) => [id, record(status)])),
  ...more,
});
const human = process.order.filter((id) => {
  const step = process.steps[id];
  return step !== undefined && 'distinctFrom' in step;
});

describe('the way of a request in pieces', () => {
  it('lies all ahead of a request that has just begun', () => {
    expect(wayOf(process, place({}))).toBe('a'.repeat(human.length));
  });

  it('leaves out what was skipped and what the way went past', () => {
    const [, second = '', third = ''] = human;
    expect(wayOf(process, place({ [second]: 'passed', [third]: 'open' }))).toBe(`pn${'a'.repeat(human.length - 3)}`);
    expect(wayOf(process, place({ [second]: 'skipped', [third]: 'open' }))).toBe(`n${'a'.repeat(human.length - 3)}`);
  });

  it('tells what is late and what is stuck apart', () => {
    const last = human.at(-1) ?? '';
    expect(wayOf(process, place({ [last]: 'open' }, { late: true, step: last }))).toBe('l');
    expect(wayOf(process, place({ [last]: 'open' }, { late: true, step: 'another' }))).toBe('n');
    expect(wayOf(process, place({ [last]: 'blocked' }))).toBe('s');
  });
});

describe('how long a row has waited', () => {
  const now = '2026-03-09T02:00:00.000Z';
  const wait = (since: string | null, due: string | null) => waitOf(process, place({}, { since, due }), { clocks: rowClocks(), now });

  it('is counted in the hours of offices: from five on Friday to ten on Monday it is two', () => {
    expect(wait('2026-03-06T09:00:00.000Z', '2026-03-10T10:00:00.000Z')).toEqual({
      workedMinutes: 120,
      limitMinutes: 60 + 9 * 60 + 9 * 60,
    });
  });

  it('has no limit where it is due on no day, and is nothing where it is over', () => {
    expect(wait('2026-03-09T01:00:00.000Z', null)).toEqual({ workedMinutes: 60, limitMinutes: null });
    expect(wait(null, null)).toEqual({ workedMinutes: null, limitMinutes: null });
  });

  it('is counted by one clock for all units that say the same of their time, and by another where one says something else', () => {
    const clocks = rowClocks();
    const at = (...units: RowPlace['units']) => clocks({ units, timeZone: 'Asia/Shanghai' }, 'office');
    const silent = (id: string) => ({ id, calendar: null });
    const sunday = {
      exceptions: [{ clock: 'office' as const, from: '2026-03-08', to: '2026-03-08', hours: [], reason: { zh: '盘点', en: 'Count' } }],
    };
    expect(at(silent('company'), silent('store-1'))).toBe(at(silent('company'), silent('store-2')));
    expect(at({ id: 'company', calendar: sunday }, silent('store-1'))).toBe(at({ id: 'company', calendar: sunday }, silent('store-2')));
    expect(at({ id: 'company', calendar: sunday }, silent('store-1'))).not.toBe(at(silent('company'), silent('store-1')));
    expect(at(silent('company'), { id: 'store-1', calendar: sunday }).exceptions).toEqual(sunday.exceptions);
  });
});
