import { definitionSchema, type Definition } from '../definition/definition.schema';
import { enteredBy } from '../form/shown/entered-by';
import { recordOf } from '../request/standing';
import { verify } from '../verify/verify';
import { EXPENSE } from './expense.fixture';
import { act, checker, flowOf, open, peopled } from './lanes.fixture';
import { fold } from './play.fixture';
import { formOf } from './staffed.fixture';

const title = { zh: '入口', en: 'Entrance' };
const options = ['permit', 'without', 'other'].map((value) => ({ value, label: title }));
const WAY = { key: 'way', type: 'choice', label: title, required: true, options };
const each = [
  { value: 'permit', title },
  { value: 'without', title, roles: ['manager'] },
];

/** With a permit it is decided at once; without one somebody looks at it first. */
function entered(field: object = {}, entrances: object = { field: 'way', each }): Definition {
  const without = { eq: [{ field: 'way' }, { value: 'without' }] };
  const fields = [...EXPENSE.form.fields, { ...WAY, ...field }, { key: 'permit', type: 'text', label: title, visible: { not: without } }];
  const flow = flowOf([checker('first', { when: without }), checker('last', { returns: { to: ['requester'] } })]);
  return definitionSchema.parse({ ...flow, form: { fields }, entrances });
}

function submit(way: string | null, roles = ['clerk']) {
  const play = peopled(entered());
  play.actors['ann'] = { roles };
  return { play, code: play.do('submit', 'ann', { form: { ...formOf(100), way } })?.code ?? null };
}

describe('a process with several entrances', () => {
  it('begins where its entrance says', () => {
    const [permit, without] = [submit('permit').play, submit('without', ['manager']).play];
    expect([open(permit), open(without)]).toEqual([['last'], ['first']]);
    expect(recordOf(permit.context, 'first')?.status).toBe('skipped');
    expect(fold(without.process, without.journal).hash).toBe(without.request.hash);
  });

  it.each([
    ['without', ['clerk'], 'may-not-start'],
    ['without', ['manager'], null],
    ['permit', ['clerk'], null],
    ['other', ['manager'], 'invalid-field'],
    [null, ['manager'], 'required-fields'],
  ])('lets in by %s whoever is %s: %s', (way, roles, code) => {
    expect(submit(way, roles).code).toBe(code);
  });

  it('asks whoever came in before for no role again, and whoever changes it for the new one', () => {
    const { play } = submit('without', ['manager']);
    act(play, 'approve', 'first');
    act(play, 'return', 'last', { to: 'requester', resume: 'walk-again' });
    play.actors['ann'] = { roles: ['clerk'] };
    expect(play.do('resubmit', 'ann', { form: { ...formOf(100), way: 'other' } })?.code).toBe('invalid-field');
    expect(play.do('resubmit', 'ann', { form: { ...formOf(100), way: 'without' } })).toBeNull();
    const other = submit('permit').play;
    act(other, 'return', 'last', { to: 'requester', resume: 'walk-again' });
    expect(other.do('resubmit', 'ann', { form: { ...formOf(100), way: 'without' } })?.code).toBe('may-not-start');
  });

  it('asks whoever was handed one by another request for no role of that one, and for the role of any other', () => {
    const from = (by: string | undefined, way: string, roles = ['clerk']) => {
      const play = peopled(entered());
      play.actors['ann'] = { roles };
      const parent = { request: 'above', step: null, depth: 1, waits: true, ...(by !== undefined && { entered: by }) };
      return play.do('submit', 'ann', { form: { ...formOf(100), way }, parent })?.code ?? null;
    };
    expect(from('without', 'without')).toBeNull();
    expect(from('permit', 'without')).toBe('may-not-start');
    expect(from(undefined, 'without')).toBe('may-not-start');
    expect(from('permit', 'without', ['manager'])).toBeNull();
    expect(from(undefined, 'permit')).toBeNull();
    const link = { request: 'above', step: null, depth: 1, waits: true };
    expect(enteredBy(link, entered(), { way: 'without' })).toEqual({ ...link, entered: 'without' });
    expect(enteredBy(link, entered(), {})).toEqual(link);
    expect(enteredBy(link, {}, { way: 'without' })).toEqual(link);
  });

  it('is told apart by a choice that everybody makes, and by its options', () => {
    const codes = (...given: Parameters<typeof entered>) =>
      verify(entered(...given)).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
    expect(codes()).toEqual([]);
    expect(codes({ required: false })).toEqual(['entrance-field']);
    expect(codes({}, { field: 'reason', each })).toEqual(['entrance-field']);
    expect(codes({}, { field: 'way', each: [...each, { value: 'nothing', title }] })).toEqual(['unknown-option']);
    expect(codes({}, { field: 'way', each: [...each, ...each] })).toEqual(['duplicate-key', 'duplicate-key']);
  });
});
