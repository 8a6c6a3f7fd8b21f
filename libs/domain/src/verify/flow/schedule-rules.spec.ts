import { parseDefinition } from '../../definition/document/parse-definition';
import { verify } from '../verify';

const words = { zh: '盘点', en: 'Count' };
const field = (key: string, type: string, more: object = {}) => ({ key, type, label: words, ...more });
const FIELDS = [
  field('kind', 'choice', { required: true, options: [{ value: 'monthly', label: words }] }),
  field('store', 'unit', { kinds: ['store'] }),
  field('day', 'date'),
  field('found', 'text', { filledAt: 'step' }),
];
const RULE = { every: 'month', on: 'last', at: { closing: -60 }, units: ['store'], starter: 'store-manager' };

function errors(schedule: object, start: object = { roles: ['store-manager'] }): string[] {
  const head = { key: 'count', version: 1, title: words, area: 'store', numberPrefix: 'CT', start, sentence: words, rowTitle: words };
  const flow = [{ id: 'look', title: words, kind: 'approve', assignee: { by: 'superior' } }];
  const found = parseDefinition({ ...head, form: { fields: FIELDS }, flow, schedule: { ...RULE, ...schedule } });
  const findings = found.ok ? verify(found.definition) : found.findings;
  return findings.filter(({ severity }) => severity === 'error').map(({ code, path }) => `${code} ${path}`);
}

describe('a schedule', () => {
  it('is sound where its form takes what it is given and its starter may start it', () => {
    expect(errors({ form: { kind: { value: 'monthly' }, store: { unit: true }, day: { day: true } }, begins: 'submitted' })).toEqual([]);
    expect(errors({ starter: 'anybody' }, { everyone: true })).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['a starter who may not start it', { starter: 'cashier' }, 'schedule-starter schedule.starter'],
    ['a field that is not there', { form: { shop: { unit: true } } }, 'unknown-field schedule.form.shop'],
    ['a field that a step fills in', { form: { found: { value: 'x' } } }, 'unknown-field schedule.form.found'],
    ['an option that there is none', { form: { kind: { value: 'yearly' } } }, 'schedule-field-kind schedule.form.kind'],
    ['a day where a unit belongs', { form: { store: { day: true } } }, 'schedule-field-kind schedule.form.store'],
    [
      'units that the field does not take',
      { units: ['store', 'region'], form: { store: { unit: true } } },
      'schedule-field-kind schedule.form.store',
    ],
    ['a column of a register without one', { form: { day: { column: 'day' } } }, 'schedule-field-kind schedule.form.day'],
    ['something missing that must be filled in', { begins: 'submitted' }, 'schedule-field-missing schedule.form'],
  ])('is refused with %s', (_, schedule, expected) => {
    expect(errors(schedule)).toEqual([expected]);
  });

  it.each<[string, object, string]>([
    ['a time that is none', { at: { time: '25:00' } }, 'schedule.at'],
    ['a 32nd day', { on: 32 }, 'schedule.on'],
    ['no units', { units: [] }, 'schedule.units'],
    ['another word', { lunch: true }, 'schedule'],
    ['an hour before a closing of another day', { at: { closing: -5_000 } }, 'schedule.at'],
  ])('is not read with %s', (_, schedule, path) => {
    const found = errors(schedule);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((each) => each.split(' ')[1]?.startsWith(path))).toBe(true);
  });
});
