import type { Calendar } from '../calendar/calendar.schema';
import { mainlandChina } from '../calendar/mainland-china';
import { clockOf } from '../calendar/running-clock';
import { definitionSchema, type DefinitionInput } from '../definition/definition.schema';
import { EXPENSE } from '../rehearsal/expense.fixture';
import { act, checker, flowOf, peopled } from '../rehearsal/lanes.fixture';
import { formOf } from '../rehearsal/staffed.fixture';
import type { FormValues } from '../request/request-state';
import { verify } from '../verify/verify';
import { wordValue } from '../wording/word-value';
import { askedSurroundings } from './asked-surroundings';
import { computeForm } from './compute';
import { hiddenFrom } from './shown/hidden-from';
import { NOTHING_AROUND } from './sample-form.fixture';
import { validateForm } from './check/validate';
import { formFromWire, startFields } from './wire/wire';

const label = { zh: '项', en: 'Field' };
type Fields = DefinitionInput['form']['fields'];
const RANGE = { key: 'dates', type: 'date-range', label, maxDays: 366 } as const;
const HALVES = { first: 'late', last: 'early' };
const DAYS = { key: 'total', type: 'days', label, of: 'dates', half: HALVES } as const;
const fields = (days: object = {}): Fields => [
  ...EXPENSE.form.fields,
  RANGE,
  { key: 'late', type: 'yes-no', label },
  { key: 'early', type: 'yes-no', label },
  { ...DAYS, ...days } as Fields[number],
];
const flow = (...steps: object[]) => flowOf(steps.length > 0 ? steps : [checker('first', { returns: { to: ['requester'] } })]);
const definition = (days: object = {}, ...steps: object[]) => definitionSchema.parse({ ...flow(...steps), form: { fields: fields(days) } });

const clockIn = (kind: 'office' | 'store', calendar: Calendar = { exceptions: [] }) =>
  clockOf([calendar], kind, 'Asia/Shanghai', mainlandChina());
const OFFICE = clockIn('office');
const asked = (from: string, to: string, more: FormValues = {}): FormValues => ({ ...formOf(10), dates: { from, to }, ...more });
const counted = (values: FormValues, clock = OFFICE, days: object = {}) =>
  computeForm(definition(days), values, { ...NOTHING_AROUND, clock })['total'];

describe('days that are counted', () => {
  it.each<[what: string, form: FormValues, days: number]>([
    ['a week from Monday to Friday', asked('2026-12-07', '2026-12-11'), 5],
    ['a weekend in between counts for nothing', asked('2026-12-04', '2026-12-07'), 2],
    ['the national holidays count for nothing, the Saturday that makes up for them does', asked('2026-09-30', '2026-10-10'), 4],
    ['half of the first day', asked('2026-12-07', '2026-12-08', { late: true }), 1.5],
    ['half of both ends', asked('2026-12-07', '2026-12-09', { late: true, early: true }), 2],
    ['no half is taken off a day that counts for nothing', asked('2026-12-05', '2026-12-07', { late: true }), 1],
    ['one day from noon until noon is none', asked('2026-12-07', '2026-12-07', { late: true, early: true }), 0],
    ['a single day, said to be whole', asked('2026-12-07', '2026-12-07', { late: false, early: false }), 1],
  ])('%s', (_, form, days) => {
    expect(counted(form)).toBe(days);
  });

  it('are those of the clock: a store works at weekends, and an exception holds before both', () => {
    const reason = { zh: '装修', en: 'Refit' };
    const shut = clockIn('store', { exceptions: [{ from: '2026-12-05', to: '2026-12-06', clock: 'store', hours: [], reason }] });
    expect([clockIn('store'), shut, OFFICE].map((clock) => counted(asked('2026-12-04', '2026-12-07'), clock))).toEqual([4, 2, 2]);
    expect(computeForm(definition({ count: 'calendar' }), asked('2026-12-04', '2026-12-07'), NOTHING_AROUND)['total']).toBe(4);
  });

  it('are asked for anew where one day loses both its halves', () => {
    const problems = (to: string) =>
      validateForm(definition(), asked('2026-12-07', to, { late: true, early: true }), { step: null, ...NOTHING_AROUND }).invalid;
    expect(problems('2026-12-07').map(({ field, code }) => [field, code])).toEqual([['early', 'no-time-left']]);
    expect(problems('2026-12-08')).toEqual([]);
  });

  it('cannot be typed, and are nothing without a range, the wrong way round or longer than a year', () => {
    expect(startFields(definition())).not.toContain('total');
    const wire = { dates: { from: '2026-12-07', to: '2026-12-11' }, total: 1 };
    const { values, invalid } = formFromWire(definition(), wire, { fields: startFields(definition()) });
    expect([counted(values), invalid]).toEqual([5, []]);
    const none = [
      { ...formOf(10), total: 1 },
      asked('2026-12-11', '2026-12-07', { total: 1 }),
      asked('2026-01-01', '2027-12-31', { total: 1 }),
    ];
    for (const form of none) expect(counted(form)).toBeUndefined();
  });

  it('are never missing themselves: what they are counted from is', () => {
    const { missing } = validateForm(definition({ required: true }), formOf(10), { step: null, ...NOTHING_AROUND, clock: OFFICE });
    expect(missing).toEqual([]);
  });

  it('are a fault where no day counts', () => {
    const found = validateForm(definition(), asked('2026-12-05', '2026-12-06'), { step: null, ...NOTHING_AROUND, clock: OFFICE });
    expect(found.invalid.map(({ field, code }) => `${field} ${code}`)).toEqual(['total no-days']);
  });

  it('choose the way, and stand as they were sent whatever the calendar says later', () => {
    const short = { lte: [{ field: 'total' }, { value: 3 }] };
    const play = peopled(
      definition({}, checker('small', { when: short, returns: { to: ['requester'], resume: 'choose' } }), checker('large')),
    );
    play.clock = OFFICE;
    expect(play.do('submit', 'ann', { form: asked('2026-12-04', '2026-12-08', { total: 1 }) })).toBeNull();
    expect([play.value, play.form?.['total'], play.context.fields['total']]).toEqual(['small', 3, 3]);
    play.clock = clockIn('store');
    expect(act(play, 'approve', 'small')).toBeNull();
    expect([play.form?.['total'], play.context.fields['total']]).toEqual([3, 3]);
  });

  it('are counted again when the form is sent again', () => {
    const short = { lte: [{ field: 'total' }, { value: 3 }] };
    const play = peopled(
      definition({}, checker('small', { when: short, returns: { to: ['requester'], resume: 'choose' } }), checker('large')),
    );
    play.clock = OFFICE;
    play.do('submit', 'ann', { form: asked('2026-12-04', '2026-12-08') });
    act(play, 'return', 'small', { to: 'requester', resume: 'walk-again' });
    expect(play.do('resubmit', 'ann', { form: asked('2026-12-04', '2026-12-11') })).toBeNull();
    expect([play.value, play.context.fields['total']]).toEqual(['large', 6]);
  });

  it('are worded, hidden with their range, and tell a browser by which clock they count', () => {
    const field = definition().form.fields.find(({ key }) => key === 'total');
    if (!field) throw new Error('Expected the field to be there');
    const names = { people: {}, units: {}, requests: {}, roles: {} };
    expect([wordValue(field, 1, names, 'en'), wordValue(field, 4.5, names, 'en'), wordValue(field, 4.5, names, 'zh')]).toEqual([
      '1 day',
      '4.5 days',
      '4.5 天',
    ]);
    const hides = peopled(definition({}, checker('first', { fields: { hidden: ['dates'] } }))).process;
    expect([...hiddenFrom(hides, { requester: false, readsAll: false, steps: ['first'] })].sort()).toEqual(['dates', 'total']);
    const around = { ...NOTHING_AROUND, clock: OFFICE };
    expect(askedSurroundings(definition(), around).clock).toBe(OFFICE);
    expect(askedSurroundings(definition({ count: 'calendar' }), around)).toEqual(NOTHING_AROUND);
  });
});

describe('a definition that counts days', () => {
  const codes = (days: object, ...steps: object[]) => verify(definition(days, ...steps)).map(({ code, path }) => `${code} ${path}`);

  it('names a range that ends, halves that are yes or no, and lets no step change what was counted', () => {
    expect(codes({}).filter((code) => code.includes('fields.9'))).toEqual([]);
    expect(codes({ of: 'reason' })).toContain('uncountable-range form.fields.9.of');
    expect(codes({ half: { first: 'reason' } })).toContain('not-yes-no form.fields.9.half.first');
    expect(codes({}, checker('first', { fields: { edit: ['dates'] } }))).toContain('not-editable flow.0.fields.edit');
    expect(codes({ count: 'calendar' }, checker('first', { fields: { edit: ['dates'] } }))).not.toContain(
      'not-editable flow.0.fields.edit',
    );
    expect(codes({}, checker('first', { fields: { edit: ['total'] } }))).toContain('not-editable flow.0.fields.edit');
  });
});
