import type { DefinitionInput } from '../../definition/definition.schema';
import { compile } from '../../machine/compile';
import type { FieldValue, StepRecord } from '../../request/request-state';
import { pauseVerdict } from './pause-verdict';
import { NOW, sampleDefinition, sampleDirectory, stateBefore } from '../sample-company.fixture';

function said(until: object, fields: Record<string, FieldValue> = {}, known?: StepRecord) {
  const title = { zh: '等待', en: 'Wait' };
  const flow = [{ id: 'wait', kind: 'delay', title, until }] as DefinitionInput['flow'];
  const day = { key: 'opensOn', type: 'date' as const, label: title };
  const sample = sampleDefinition();
  const process = compile(sampleDefinition({ flow, form: { fields: [...sample.form.fields, day] } }));
  const state = stateBefore({ fields, steps: known ? { wait: known } : {} });
  return pauseVerdict(process, state, 'wait', { ...sampleDirectory(), timeZone: 'Asia/Shanghai' });
}

describe('until when a step waits', () => {
  it('is so many days from the date, at a time of the unit’s day', () => {
    const at = (more: object) => said({ field: 'opensOn', ...more }, { opensOn: '2026-05-03' });
    expect(at({ days: -2, at: '08:30' })).toEqual({ kind: 'until', at: '2026-05-01T00:30:00.000Z', day: '2026-05-03' });
    expect(at({})).toEqual({ kind: 'until', at: '2026-05-02T16:00:00.000Z', day: '2026-05-03' });
    expect(at({ days: 999 })).toMatchObject({ at: '2029-01-25T16:00:00.000Z' });
  });

  it('is not known where the date is blank or none', () => {
    for (const opensOn of [null, '', '2026-02-30', 7])
      expect(said({ field: 'opensOn' }, { opensOn })).toEqual({ kind: 'blocked', owners: ['ops'], reason: 'no-date' });
    expect(said({ field: 'opensOn' })).toMatchObject({ reason: 'no-date' });
  });

  it('is working time from the arrival; what waits already counts on from there', () => {
    const first = said({ working: { hours: 1 } });
    expect(first).toMatchObject({ kind: 'until', from: NOW });
    const from = '2026-01-05T02:00:00.000Z';
    const known: StepRecord = { status: 'waiting', generation: 3, seats: {}, until: { at: NOW, from } };
    expect(said({ working: { days: 1 } }, {}, known)).toMatchObject({ at: '2026-01-06T02:00:00.000Z', from });
    expect(said({ working: { days: 1 } }, {}, { ...known, status: 'passed' })).toMatchObject({ from: NOW });
  });

  it('leaves out the working time in which its request was suspended, and a night in which nobody works', () => {
    const [from, night] = ['2026-01-05T02:00:00.000Z', { from: '2026-01-05T10:30:00.000Z', to: '2026-01-06T00:30:00.000Z' }];
    const known = (...stood: object[]) => ({ status: 'waiting', generation: 3, seats: {}, until: { at: NOW, from, stood } }) as StepRecord;
    const noon = { from: '2026-01-05T04:00:00.000Z', to: '2026-01-05T06:00:00.000Z' };
    const day = { working: { days: 1 } };
    expect(said(day, {}, known(night))).toMatchObject({ at: '2026-01-06T02:00:00.000Z', from, stood: [night] });
    expect(said(day, {}, known(noon, night))).toMatchObject({ at: '2026-01-06T04:00:00.000Z', from });
  });
});
