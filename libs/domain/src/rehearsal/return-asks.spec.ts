import { isDerived } from '../definition/fields/derived';
import { eventText } from '../sentences/events/event-text';
import { allowed } from '../engine/allowed';
import { fold, type Play } from './play.fixture';
import { at } from './staffed.fixture';

const said = (play: Play): unknown => {
  const event = play.events.find(({ type }) => type === 'request.returned');
  return event && eventText(event, { definition: play.process.definition, names: { people: {}, units: {}, roles: {}, requests: {} } });
};

describe('a return to the requester', () => {
  it('names what they are to change, in the order of the form, of the fields that they fill in', () => {
    const play = at('review');
    const theirs = play.process.definition.form.fields
      .filter((field) => field.filledAt === 'start' && !isDerived(field))
      .map(({ key }) => key);
    const change = [...theirs, theirs[0] ?? ''].reverse();
    expect(play.do('return', 'mei', { to: 'requester', comment: 'No.', change })).toBeNull();
    expect(play.events).toContainEqual(expect.objectContaining({ type: 'request.returned', to: 'requester', fields: theirs }));
    expect(said(play)).toMatchObject({ zh: expect.stringContaining('退回申请人修改「') as string });
    expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
  });

  it('names nothing else: no field that others fill in, none that is worked out, none that there is not', () => {
    const play = at('review');
    const { fields } = play.process.definition.form;
    const [first] = fields;
    const others = fields.filter((field) => field.filledAt !== 'start' || isDerived(field)).map(({ key }) => key);
    for (const key of [...others, 'nowhere', 'constructor', '__proto__', `${first?.key}.0`, ` ${first?.key}`]) {
      const refused = play.do('return', 'mei', { to: 'requester', comment: 'No.', change: [first?.key ?? '', key] });
      expect([key, refused]).toEqual([key, { code: 'change-unnameable', params: { field: 'change.1' } }]);
    }
    expect(others.length).toBeGreaterThan(0);
    expect(play.do('return', 'mei', { to: 'requester', comment: 'No.', change: [] })).toBeNull();
  });

  it('to a step names nothing', () => {
    const play = at('approve');
    const change = [play.process.definition.form.fields[0]?.key ?? ''];
    const refused = play.do('return', 'bo', { to: 'review', comment: 'No.', change });
    expect(refused).toEqual({ code: 'change-unnameable', params: { field: 'change' } });
  });

  it('need not name anything', () => {
    const play = at('review');
    play.do('return', 'mei', { to: 'requester', comment: 'No.' });
    expect(play.events.find(({ type }) => type === 'request.returned')).not.toHaveProperty('fields');
    expect(said(play)).toEqual(expect.objectContaining({ zh: '退回申请人修改' }));
  });

  it('says how often it was sent back', () => {
    const play = at('review');
    const rounds = () =>
      allowed(play.process, play.request.state, play.actor('mei'), {
        now: play.facts('mei').now,
        today: '2026-03-02',
        requesterUnitPath: ['company', 'shop'],
      }).find(({ command }) => command === 'return')?.rounds;
    expect(rounds()).toEqual({ made: 0, most: null });
  });
});
