import { z } from 'zod';
import { definitionSchema, type Definition } from '../definition/definition.schema';
import { STEP_KINDS } from '../definition/steps';
import { compile } from '../machine/compile';
import { nextDeadline } from '../request/time/deadline';
import { openSeats, recordOf } from '../request/standing';
import { verify } from '../verify/verify';
import { EXPENSE } from './expense.fixture';
import { checker, done, open, peopled, titled } from './lanes.fixture';
import { fold, START, type Play } from './play.fixture';
import { formOf, told } from './staffed.fixture';

const meeting = (more: object = {}) => ({
  id: 'board',
  title: titled('Board'),
  kind: 'meeting',
  secretary: { assignee: { by: 'role', role: 'secretary' } },
  records: ['resolution'],
  people: [{ assignee: { by: 'role', role: 'director' } }],
  ...more,
});

function process(more: object = {}): Definition {
  const fields = [
    ...EXPENSE.form.fields,
    { key: 'resolution', type: 'long-text', label: titled('Resolution'), filledAt: 'step' },
    { key: 'heldOn', type: 'date', label: titled('Held on') },
    { key: 'room', type: 'text', label: titled('Room') },
  ];
  return definitionSchema.parse({
    ...EXPENSE,
    submitChecks: [],
    form: { fields },
    flow: [checker('first'), meeting(more), checker('last')],
  });
}

function called(definition = process()): Play {
  const play = peopled(definition).seat('board-record', 'sun').seat('board-minutes', 'bo', 'dai');
  // The members of a step that several sign belong to groups.
  play.verdicts['board-minutes'] = { kind: 'seats', people: ['bo', 'dai'], groups: [0, 0] };
  play.do('submit', 'ann', { form: formOf(1200, { heldOn: '2026-03-04', room: 'Hall' }) });
  done(play, 'first');
  return play;
}

const on = (play: Play, [who, step]: [string, string], type: 'approve' | 'return', more: object = {}) => {
  const generation = Object.values(recordOf(play.context, step)?.seats ?? {}).find(({ person }) => person === who)?.generation ?? 0;
  return play.do(type, who, { step, generation, comment: '—', ...more });
};
const refolds = (play: Play) => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);

describe('a meeting', () => {
  it('is made of steps as a file would have them read, each default written out', () => {
    const { steps } = compile(process({ day: 'heldOn', abstention: 'lowers', note: titled('Bring the plan') }));
    const parts = Object.values(steps).filter(({ id }) => id.startsWith('board-'));
    expect(parts.map(({ kind }) => kind)).toEqual(['delay', 'work', 'countersign']);
    for (const part of parts) expect(STEP_KINDS[part.kind].schema(() => z.never()).parse(part)).toEqual(part);
  });

  it('is recorded by its secretary and signed by everybody who took part', () => {
    const play = called();
    expect(open(play)).toEqual(['board-record']);
    expect(on(play, ['sun', 'board-record'], 'approve')?.code).toBe('required-fields');
    expect(on(play, ['sun', 'board-record'], 'approve', { fields: { resolution: 'Agreed.' } })).toBeNull();
    expect([open(play), play.form?.['resolution']]).toEqual([['board-minutes'], 'Agreed.']);
    expect(on(play, ['bo', 'board-minutes'], 'approve')).toBeNull();
    expect(open(play)).toEqual(['board-minutes']);
    expect(on(play, ['dai', 'board-minutes'], 'approve')).toBeNull();
    expect(open(play)).toEqual(['last']);
    refolds(play);
  });

  it('goes back to whoever recorded it where somebody does not sign, and asks everybody again for what was changed', () => {
    const play = called();
    on(play, ['sun', 'board-record'], 'approve', { fields: { resolution: 'Agreed.' } });
    on(play, ['bo', 'board-minutes'], 'approve');
    expect(on(play, ['dai', 'board-minutes'], 'return', { to: 'board-record' })).toBeNull();
    expect(open(play)).toEqual(['board-record']);
    const asked = () => openSeats(recordOf(play.context, 'board-minutes')).map(([, { person }]) => person);
    expect(on(play, ['sun', 'board-record'], 'approve', { fields: { resolution: 'Agreed, by May.' } })).toBeNull();
    expect([open(play), asked()]).toEqual([['board-minutes'], ['bo', 'dai']]);
    refolds(play);
    // Whoever has signed what was not changed has signed it.
    on(play, ['bo', 'board-minutes'], 'approve');
    on(play, ['dai', 'board-minutes'], 'return', { to: 'board-record' });
    expect(on(play, ['sun', 'board-record'], 'approve', { fields: { resolution: 'Agreed, by May.' } })).toBeNull();
    expect(asked()).toEqual(['dai']);
    refolds(play);
  });

  it('waits for its day where it has one', () => {
    const play = peopled(process({ day: 'heldOn', place: 'room' })).seat('board-record', 'sun');
    play.verdicts['board-day'] = { kind: 'until', at: new Date(START + 5_000).toISOString(), day: '2026-03-04' };
    play.do('submit', 'ann', { form: formOf(1200, { heldOn: '2026-03-04', room: 'Hall' }) });
    done(play, 'first');
    expect([open(play), nextDeadline(play.request.state)?.step]).toEqual([[], 'board-day']);
    play.seconds = 5;
    play.timer();
    expect(open(play)).toEqual(['board-record']);
    refolds(play);
  });

  it('is left out as a whole where its condition does not hold', () => {
    const play = called(process({ when: { gt: [{ field: 'amount' }, { money: '5000', currency: 'CNY' }] } }));
    expect(open(play)).toEqual(['last']);
    expect(told(play.events)).toEqual(expect.arrayContaining(['step.skipped board-record', 'step.skipped board-minutes']));
    refolds(play);
  });

  it('counts signatures as it says: any one, or some', () => {
    const play = called(process({ rule: { by: 'any' } }));
    on(play, ['sun', 'board-record'], 'approve', { fields: { resolution: 'Agreed.' } });
    on(play, ['bo', 'board-minutes'], 'approve');
    expect(open(play)).toEqual(['last']);
  });

  it('says what is wrong with it and where', () => {
    const codes = (more: object) => verify(process(more)).map(({ code, path }) => `${code} ${path}`);
    expect(codes({})).not.toContainEqual(expect.stringMatching(/^(not|unknown|duplicate)/));
    expect(codes({ day: 'room', place: 'heldOn' })).toEqual(expect.arrayContaining(['not-date flow.1.day', 'not-text flow.1.place']));
    expect(codes({ records: ['reason'] })).toContain('not-a-step-field flow.1.parts.0.fields.write');
    expect(codes({ title: { zh: '会'.repeat(120), en: 'b'.repeat(120) } })).not.toContainEqual(expect.stringMatching(/title/));
    expect(codes({ rule: { by: 'number', of: 1 }, people: [{ assignee: { by: 'superior' } }] })).not.toContain(
      'never-passes flow.1.parts.1.rule',
    );
    for (const wrong of [{ people: [] }, { records: [] }, { secretary: {} }, { parts: [] }, { fields: {} }, { id: 'b'.repeat(51) }])
      expect(definitionSchema.safeParse({ ...EXPENSE, flow: [meeting(wrong)] }).success).toBe(false);
  });
});
