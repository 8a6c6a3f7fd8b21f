import { definitionSchema, type Definition } from '../definition/definition.schema';
import { heldBy, togetherOf } from '../guards/held';
import { validateForm } from '../form/check/validate';
import { submitFaults } from '../preview/submit-faults';
import { refusalText } from '../sentences/refusals/refusal-text';
import { fieldProblemText } from '../wording/field-problem-text';
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

  describe('by ranges of dates', () => {
    const DATES = { key: 'dates', type: 'date-range', label, maxDays: 30 };
    const ONE = `one:${EXPENSE.key}`;
    const during = (rule: object, more: object = {}): Definition =>
      definitionSchema.parse({
        ...onlyOne(),
        form: { fields: [...EXPENSE.form.fields, MONTH, SHARE, { ...DATES, ...more }] },
        oneInForce: rule,
      });
    const LEAVE = { requester: true, during: 'dates' };
    const away = (rule: object, dates: object | null, elsewhere: Record<string, string> = {}) => {
      const play = peopled(during(rule));
      play.claimed = { [ONE]: elsewhere };
      return { play, no: play.do('submit', 'ann', { form: { ...said('2026-03', 1), dates } as never }) };
    };
    const days = (from: string, to: string) => ({ from, to });

    it.each([
      ['inside', days('2026-03-10', '2026-03-10'), '2026-03-10'],
      ['across its end', days('2026-03-11', '2026-03-20'), '2026-03-11'],
      ['around it', days('2026-02-27', '2026-03-20'), '2026-03-10'],
      ['the day after', days('2026-03-12', '2026-03-12'), null],
      ['the day before', days('2026-03-01', '2026-03-09'), null],
      ['not filled in', null, null],
    ])('refuses a range that shares a day with one in force of the same person, and says which day: %s', (_case, dates, day) => {
      const theirs = { 'ann\n2026-03-10': 'QJ-2', 'ann\n2026-03-11': 'QJ-2', 'bob\n2026-03-12': 'QJ-3' };
      const { no } = away(LEAVE, dates, theirs);
      expect([no?.code ?? null, no?.params ?? null]).toEqual(
        day === null ? [null, null] : ['one-in-force', { field: 'dates', request: 'QJ-2', day }],
      );
    });

    it('holds every day from the submit on, and of each day what is left of it when it is changed', () => {
      const { play } = away(LEAVE, days('2026-02-28', '2026-03-02'));
      expect(held(play)).toEqual(['ann\n2026-02-28', 'ann\n2026-03-01', 'ann\n2026-03-02']);
      act(play, 'return', 'first', { to: 'requester', resume: 'walk-again' });
      play.claimed = { [ONE]: { 'ann\n2026-03-03': 'QJ-7' } };
      const again = (to: string) => play.do('resubmit', 'ann', { form: { ...said('2026-03', 1), dates: days('2026-03-01', to) } as never });
      expect(again('2026-03-03')?.params).toMatchObject({ day: '2026-03-03' });
      expect(again('2026-03-02')).toBeNull();
      expect(held(play)).toEqual(['ann\n2026-03-01', 'ann\n2026-03-02']);
      act(play, 'reject', 'first');
      expect(held(play)).toEqual([]);
      expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
    });

    it('may be among all requests, or those that say the same beside', () => {
      expect(held(away({ during: 'dates' }, days('2026-03-01', '2026-03-02')).play)).toEqual(['2026-03-01', '2026-03-02']);
      expect(held(away({ same: ['month'], during: 'dates' }, days('2026-03-01', '2026-03-01')).play)).toEqual(['202603\n2026-03-01']);
      expect(held(away({ same: ['month'], requester: true }, null).play)).toEqual(['ann\n202603']);
    });

    it('says it with the request and the day, in a form and where it is refused', () => {
      const params = { field: 'dates', request: 'QJ-2', day: '2026-03-10' };
      for (const { zh, en } of [refusalText({ code: 'one-in-force', params }), fieldProblemText({ code: 'one-in-force', params })]) {
        expect(zh).toBe('与申请 QJ-2 的日期重叠（2026-03-10），同一天只能有一份');
        expect(en).toBe('QJ-2 covers 10 Mar 2026 already; there can be only one for a day');
      }
    });

    it('wants a range of dates that the requester fills in and that ends', () => {
      const codes = (rule: object, more?: object) =>
        verify(during(rule, more)).flatMap(({ severity, code, path }) => (severity === 'error' ? [`${path} ${code}`] : []));
      expect(codes(LEAVE)).toEqual([]);
      expect(codes(LEAVE, { maxDays: undefined })).toEqual(['oneInForce.during not-a-bounded-range']);
      expect(codes(LEAVE, { maxDays: 401 })).toEqual(['oneInForce.during not-a-bounded-range']);
      expect(codes({ during: 'month' })).toEqual(['oneInForce.during not-a-bounded-range']);
      expect(codes({ during: 'nothing' })).toEqual(['oneInForce.during unknown-field']);
      expect(codes({ same: ['items'], during: 'dates' })).toEqual(['oneInForce.same.0 not-comparable']);
      expect(codes({ requester: true })).toEqual(['oneInForce nothing-in-common']);
    });

    it('is no longer than the field says, whatever else is wrong with it', () => {
      const problem = (to: string, more?: object, today?: string) => {
        const surroundings = { step: null, params: {}, requesterRoles: [], ...(today === undefined ? {} : { today }) };
        return validateForm(during(LEAVE, more), { dates: days('2026-03-01', to) }, surroundings).invalid.map(({ code, params }) => [
          code,
          params,
        ]);
      };
      expect([problem('2026-03-30'), problem('2026-03-31')]).toEqual([[], [['range-too-long', { max: 30 }]]]);
      expect(problem('2026-03-31', { notAfter: 'today' }, '2026-03-15').map(([code]) => code)).toEqual(['after-today', 'range-too-long']);
    });
  });

  it('names fields that the requester fills in and that can be compared', () => {
    const codes = (...fields: string[]) => verify(onlyOne(fields)).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
    expect(codes('month', 'share')).toEqual([]);
    expect(codes('nothing')).toEqual(['unknown-field']);
    expect(codes('items')).toEqual(['not-comparable']);
  });
});
