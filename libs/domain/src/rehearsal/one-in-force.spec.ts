import { definitionSchema, type Definition } from '../definition/definition.schema';
import { heldBy, togetherOf } from '../guards/held';
import { submitFaults } from '../preview/submit-faults';
import { verify } from '../verify/verify';
import { EXPENSE } from './expense.fixture';
import { act, checker, done, flowOf, peopled } from './lanes.fixture';
import { fold, type Play } from './play.fixture';
import { formOf } from './staffed.fixture';

const label = { zh: '月份', en: 'Month' };
const MONTH = { key: 'month', type: 'text', label };
const SHARE = { key: 'share', type: 'number', label, decimals: 1 };

/** One request for a month and a share: `first`, then `last`. */
function onlyOne(oneInForce: string[] = ['month', 'share']): Definition {
  const flow = flowOf([checker('first', { returns: { to: ['requester'], resume: 'choose' } }), checker('last')]);
  return definitionSchema.parse({ ...flow, form: { fields: [...EXPENSE.form.fields, MONTH, SHARE] }, oneInForce });
}

const said = (month: string | null, share: number | null) => ({ ...formOf(100), month, share });

function submit(month: string | null, share: number | null, elsewhere: Record<string, string> = {}): { play: Play; code: string | null } {
  const play = peopled(onlyOne());
  play.claimed = { [`one:${EXPENSE.key}`]: elsewhere };
  return { play, code: play.do('submit', 'ann', { form: said(month, share) })?.code ?? null };
}

const held = ({ process, context }: Play) => heldBy(process.lookups.held, context).values.map(({ value }) => value);

describe('what only one request may be about', () => {
  const other = { '202603\n1.5': 'BX-2' };

  it.each([
    ['2026-03', 1.5, 'one-in-force'],
    [' ２０２６／03 ', 1.5, 'one-in-force'],
    ['2026-03', 15, null],
    ['2026-04', 1.5, null],
    ['2026-03', null, null],
    ['- -', 1.5, null],
  ])('%s with %s: %s', (month, share, code) => {
    expect(submit(month, share, other).code).toBe(code);
  });

  it('names the other request, at the field that a form marks, before it is submitted', () => {
    const { play } = submit('2026-04', 1);
    const no = submit('2026-03', 1.5, other).play.do('submit', 'ann', { form: said('2026-03', 1.5) });
    expect(no?.params).toEqual({ field: 'share', request: 'BX-2' });
    const at = { now: '2026-03-02T02:00:00.000Z', today: '2026-03-02', people: {}, positions: [], units: {}, grants: [], operators: [] };
    const input = { form: said('2026-03', 1.5), requesterId: 'ann', directory: at, params: {}, choices: {} };
    const faults = submitFaults(play.process, { ...input, claimed: { [`one:${EXPENSE.key}`]: other } });
    expect(faults.checks.map(({ problem }) => [problem.field, problem.code])).toEqual([['share', 'one-in-force']]);
  });

  it('is held from the submit on, let go of when it comes to nothing, and kept once it is approved', () => {
    const [approved, rejected] = [submit('2026-03', 1.5).play, submit('2026-03', 1.5).play];
    expect([held(approved), held(submit(null, 1).play)]).toEqual([['202603\n1.5'], []]);
    done(approved, 'first', 'last');
    act(rejected, 'reject', 'first');
    expect([held(approved), held(rejected)]).toEqual([['202603\n1.5'], []]);
    expect(fold(approved.process, approved.journal).hash).toBe(approved.request.hash);
  });

  it('is looked at again when it is changed, and only then', () => {
    const { play } = submit('2026-03', 1.5);
    act(play, 'return', 'first', { to: 'requester', resume: 'walk-again' });
    play.claimed = { [`one:${EXPENSE.key}`]: { '202604\n1.5': 'BX-7' } };
    expect(play.do('resubmit', 'ann', { form: said('2026-04', 1.5) })?.code).toBe('one-in-force');
    expect(play.do('resubmit', 'ann', { form: said('2026-03', 1.5) })).toBeNull();
  });

  it('tells no two apart that are one, and takes no two for one', () => {
    const parts = [
      { field: 'a', exact: true },
      { field: 'b', exact: false },
    ];
    const together = (a: string | number | boolean | null, b: string | null) => togetherOf(parts, (field) => (field === 'a' ? a : b));
    expect(together('x-1', 'B 2')).toBe(together('x-1', 'b2'));
    expect(together('x-1', 'b')).not.toBe(together('x1', 'b'));
    expect(together('x', 'yz')).not.toBe(together('xy', 'z'));
    expect([together(false, 'b'), together(0, 'b'), together(null, 'b')]).toEqual(['false\nb', '0\nb', '']);
  });

  it('names fields that the requester fills in and that can be compared', () => {
    const codes = (...fields: string[]) => verify(onlyOne(fields)).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
    expect(codes('month', 'share')).toEqual([]);
    expect(codes('nothing')).toEqual(['unknown-field']);
    expect(codes('items')).toEqual(['not-comparable']);
  });
});
