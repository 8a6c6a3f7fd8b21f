import { fc, Walk } from '../../../../test/support/seeded';
import { definitionSchema, type Definition } from '../definition/definition.schema';
import { allowed } from '../engine/allowed';
import { childForm } from '../form/rows/child-form';
import { fieldToWire } from '../form/wire/field-wire';
import { acceptedRows, markOf, marksOf } from '../form/rows/row-marks';
import { sentBody } from '../form/wire/sent-body';
import type { Json } from '../text/bilingual';
import { verify } from '../verify/verify';
import { EXPENSE, grant } from './expense.fixture';
import { fold, Play } from './play.fixture';
import { told } from './staffed.fixture';

const title = { zh: '步骤', en: 'Step' };
const role = { by: 'role', role: 'checker' };
const step = (id: string, more: object = {}) => ({
  id,
  title,
  kind: 'approve',
  assignee: role,
  samePerson: 'ask',
  returns: { to: ['requester', 'previous'], resume: 'choose' },
  ...more,
});
const FIELDS = [
  {
    key: 'lines',
    type: 'table',
    label: title,
    required: true,
    columns: [
      { key: 'what', type: 'text', label: title },
      { key: 'cost', type: 'money', label: title, required: true },
    ],
  },
  { key: 'total', type: 'money-sum', label: title, of: 'lines.cost' },
];
const COST = { key: 'cost', type: 'money', label: title, required: true, currency: 'CNY' } as never;
const above = (yuan: number) => ({ gt: [{ field: 'total' }, { money: String(yuan), currency: 'CNY' }] });
const limit = { kind: 'approve-within-limit', matter: 'expense', amount: 'total' };

/** `first`, then `check`, which is decided row by row, then `large` above 1,000, then `last`. */
function byRow(check: object = {}, more: object = {}): Definition {
  const flow = [
    step('first'),
    step('check', { rows: { table: 'lines', cut: 'cost' }, ...check }),
    step('large', { when: above(1000) }),
    step('last', more),
  ];
  const { beneficiary: _friend, ...head } = { ...EXPENSE, facts: ['total'], amount: 'total', sentence: title, rowTitle: title };
  return definitionSchema.parse({ ...head, form: { fields: FIELDS }, submitChecks: [], flow });
}
const line = (what: string, yuan: number) => ({ what, cost: { minor: `${yuan}00`, currency: 'CNY' } });
const LINES = [line('a', 700), line('b', 500), line('c', 300)];

function at(definition: Definition = byRow()): Play {
  const play = new Play(definition);
  for (const id of ['first', 'check', 'large', 'last']) play.seat(id, `${id}-er`);
  play.do('submit', 'ann', { form: { lines: LINES } });
  play.do('approve', 'first-er');
  return play;
}
type Decision = { row: number; reason: string; cut?: { amount: string; currency: string } };
const decide = (play: Play, ...decisions: Decision[]) =>
  play.do('decide-rows', 'check-er', { fields: { lines: decisions as unknown as Json } });
const no = (row: number): Decision => ({ row, reason: 'Not ours.' });
const cut = (row: number, amount: string): Decision => ({ row, reason: 'Too much.', cut: { amount, currency: 'CNY' } });
const rows = (play: Play) => play.form?.['lines'] as Record<string, Json>[];
const folds = (play: Play): void => expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
const total = ({ context }: Play) => context.fields['total'];

describe('deciding row by row', () => {
  it('asks those again who agreed to less: a row that lowered the sum is refused', () => {
    const credit = { ...FIELDS[0], columns: [FIELDS[0]?.columns?.[0], { ...FIELDS[0]?.columns?.[1], min: '-1000.00' }] };
    const definition = { ...byRow(), form: { fields: [credit, FIELDS[1]] } };
    const play = new Play(definitionSchema.parse(definition));
    for (const id of ['first', 'check', 'large', 'last']) play.seat(id, `${id}-er`);
    expect(play.do('submit', 'ann', { form: { lines: [line('a', 2700), line('credit', -900), line('c', -900)] } })).toBeNull();
    play.do('approve', 'first-er');
    expect(decide(play, no(1))).toBeNull();
    expect(total(play)).toEqual({ minor: '180000', currency: 'CNY' });
    expect(told(play.events)).toEqual([
      'task.decided check check-er',
      'step.passed check',
      'rows.decided check',
      'task.opened first first-er',
    ]);
    play.do('approve', 'first-er');
    expect(told(play.events)).toContain('task.opened large large-er');
    folds(play);
  });

  it('accepts what it does not name: sums, conditions and limits follow, what was refused stays with its reason, and nobody is asked again', () => {
    const play = at();
    expect(decide(play, no(1), cut(0, '600.00'))).toBeNull();
    expect(told(play.events)).toEqual([
      'task.decided check check-er',
      'step.passed check',
      'rows.decided check',
      'step.skipped large',
      'task.opened last last-er',
    ]);
    expect(play.events).toContainEqual({ type: 'rows.decided', step: 'check', refused: 1, cut: 1, left: 2 });
    expect(total(play)).toEqual({ minor: '90000', currency: 'CNY' });
    expect(play.form).toMatchObject({ total: { minor: '90000', currency: 'CNY' } });
    expect(acceptedRows(rows(play)).map(({ what }) => what)).toEqual(['a', 'c']);
    expect(rows(play).map(markOf)).toEqual([
      { step: 'check', by: 'check-er', reason: 'Too much.', column: 'cost', was: { minor: '70000', currency: 'CNY' } },
      { step: 'check', by: 'check-er', reason: 'Not ours.', refused: true },
      null,
    ]);
    expect(play.effects).toContainEqual(expect.objectContaining({ type: 'notify', notice: 'rows-decided', to: ['ann'] }));
    expect(play.context.steps['first']).toMatchObject({ status: 'passed' });
    folds(play);
  });

  it('walks as after any change of the form: what is true only of what is left is asked, what is no more is left out, and words about all of it stand', () => {
    const base = byRow();
    const flow = [step('small', { when: { not: above(1000) } }), ...base.flow];
    const play = new Play(definitionSchema.parse({ ...base, flow }));
    for (const id of ['small', 'first', 'check', 'large', 'last']) play.seat(id, `${id}-er`);
    play.do('submit', 'ann', { form: { lines: LINES } });
    expect(play.context.steps['small']).toMatchObject({ status: 'skipped' });
    play.do('approve', 'first-er');
    expect(decide(play, no(1), cut(0, '600.00'))).toBeNull();
    expect([play.value, play.context.steps['first']?.status, play.context.steps['check']?.status]).toEqual(['small', 'passed', 'passed']);
    folds(play);
    expect(play.do('approve', 'small-er')).toBeNull();
    expect(play.value).toBe('last');
    expect(play.context.steps['large']).toMatchObject({ status: 'skipped' });
    folds(play);
    const none = new Play(definitionSchema.parse({ ...base, flow }));
    for (const id of ['small', 'first', 'check', 'large', 'last']) none.seat(id, `${id}-er`);
    none.do('submit', 'ann', { form: { lines: LINES } });
    none.do('approve', 'first-er');
    expect(decide(none, no(0), no(1), no(2))).toBeNull();
    expect(none.context.outcome).toBe('rejected');
  });

  it('is not taken away by its own decision where the step comes only for what was asked', () => {
    const play = at(byRow({ when: above(1000) }));
    expect(decide(play, no(0))).toBeNull();
    expect([play.value, play.context.steps['check']?.status]).toEqual(['last', 'passed']);
    folds(play);
  });

  it('tells everything that was decided about a row, not the last of it alone', () => {
    const play = at(byRow({}, { rows: { table: 'lines', cut: 'cost' } }));
    decide(play, cut(0, '150.00'));
    const again = { step: 'last', fields: { lines: [cut(0, '100.00')] as unknown as Json } };
    expect(play.do('decide-rows', 'last-er', again)).toBeNull();
    expect(rows(play).map(marksOf)[0]).toEqual([
      { step: 'last', by: 'last-er', reason: 'Too much.', column: 'cost', was: { minor: '15000', currency: 'CNY' } },
      { step: 'check', by: 'check-er', reason: 'Too much.', column: 'cost', was: { minor: '70000', currency: 'CNY' } },
    ]);
  });

  it('rejects the request where no row is left', () => {
    const play = at();
    expect(decide(play, no(0), no(1), no(2))).toBeNull();
    expect(play.context.outcome).toBe('rejected');
    expect(play.events).toContainEqual(expect.objectContaining({ type: 'task.decided', decision: 'decide-rows', answer: 'no' }));
    expect(play.do('undo', 'check-er')).toBeNull();
    expect([play.value, play.form?.['lines']]).toEqual(['check', LINES]);
    folds(play);
  });

  it('is taken back whole', () => {
    const play = at();
    decide(play, no(1));
    expect(play.do('undo', 'check-er')).toBeNull();
    expect(play.form?.['lines']).toEqual(LINES);
    expect(total(play)).toEqual({ minor: '150000', currency: 'CNY' });
    expect(play.effects).toContainEqual(expect.objectContaining({ type: 'take-back-notices', notice: 'rows-decided' }));
    folds(play);
  });

  it.each<[string, Decision[], string]>([
    ['nothing', [], 'no-row-decided'],
    ['a row that is not there', [no(3)], 'invalid-field'],
    ['no reason', [{ row: 0, reason: ' ' }], 'invalid-field'],
    ['one row twice', [no(0), no(0)], 'invalid-field'],
    ['an amount that is no less', [cut(0, '700.00')], 'invalid-field'],
    ['an amount that is nothing', [cut(0, '0.00')], 'invalid-field'],
    ['an amount that is more', [cut(0, '700.01')], 'invalid-field'],
    ['another currency', [{ row: 0, reason: '-', cut: { amount: '1.00', currency: 'USD' } }], 'invalid-field'],
  ])('is refused for %s', (_what, decisions, code) => {
    const play = at();
    expect(decide(play, ...decisions)).toMatchObject({ code });
    expect(play.form?.['lines']).toEqual(LINES);
  });

  it('cuts nothing where the step names no column, and is not there on a step that is decided as a whole', () => {
    expect(decide(at(byRow({ rows: { table: 'lines' } })), cut(0, '1.00'))).toMatchObject({ code: 'invalid-field' });
    const whole = at(byRow({ rows: undefined }));
    expect(decide(whole, no(0))).toMatchObject({ code: 'invalid-state' });
    const seen = (play: Play) =>
      allowed(play.process, play.request.state, play.actor('check-er'), play.facts('check-er')).find(
        ({ command }) => command === 'decide-rows',
      );
    expect(seen(whole)).toBeUndefined();
    expect(seen(at())).toMatchObject({ refusal: null, rows: { table: 'lines', cut: 'cost' } });
  });

  it('decides by what is left: a limit that does not reach all of it may reach that', () => {
    const play = at(byRow({ authority: limit }));
    play.actors['check-er'] = { grants: [grant('check-er', '100000')] };
    expect(play.do('approve', 'check-er')).toMatchObject({ code: 'over-limit' });
    expect(decide(play, cut(2, '100.00'))).toMatchObject({ code: 'over-limit' });
    expect(decide(play, no(1))).toBeNull();
    folds(play);
  });

  it('what was refused comes back only as another row: sent again as it was, it stays refused, and whoever decided is not asked again', () => {
    const play = at();
    decide(play, no(1), cut(0, '600.00'));
    expect(play.do('return', 'last-er', { to: 'requester', resume: 'straight-back', comment: '-' })).toBeNull();
    const sent = [{ what: 'a', cost: { minor: '60000', currency: 'CNY' } }, line('b', 500), line('c', 300)];
    expect(play.do('resubmit', 'ann', { form: { lines: sent } })).toBeNull();
    expect(play.value).toBe('last');
    expect(total(play)).toEqual({ minor: '90000', currency: 'CNY' });
    folds(play);
  });

  it('asks everybody again where the requester puts another row in its place', () => {
    const play = at();
    decide(play, no(1));
    play.do('return', 'last-er', { to: 'requester', resume: 'straight-back', comment: '-' });
    expect(play.do('resubmit', 'ann', { form: { lines: [line('a', 700), line('b', 400), line('c', 300)] } })).toBeNull();
    expect(play.value).toBe('first');
    expect(total(play)).toEqual({ minor: '140000', currency: 'CNY' });
    folds(play);
  });

  it('a second decider goes on from the first, and refuses nothing twice', () => {
    const play = at(byRow({}, { rows: { table: 'lines', cut: 'cost' } }));
    decide(play, no(1));
    const more = (...decisions: Decision[]) =>
      play.do('decide-rows', 'last-er', { step: 'last', fields: { lines: decisions as unknown as Json } });
    expect(more(no(1))).toMatchObject({ code: 'invalid-field', params: { fields: ['lines.1'] } });
    expect(more(no(0))).toBeNull();
    expect(play.context.outcome).toBe('approved');
    expect(total(play)).toEqual({ minor: '30000', currency: 'CNY' });
    folds(play);
  });

  it('passes a step with all that passing it asks: what it has to be given, and no second time without a word', () => {
    const code = { key: 'code', type: 'text', label: title, filledAt: 'step' };
    const base = byRow({ fields: { write: ['code'], required: ['code'] } });
    const definition = definitionSchema.parse({ ...base, form: { fields: [...FIELDS, code] } });
    const play = at(definition);
    expect(decide(play, no(1))).toMatchObject({ code: 'required-fields', params: { fields: ['code'] } });
    expect(play.form?.['lines']).toEqual(LINES);
    const executes = { authority: { kind: 'execute', matter: 'expense' } };
    const paid = at(byRow(executes));
    paid.actors['check-er'] = { grants: [{ ...grant('check-er', '100000'), kind: 'execute' }] };
    expect(decide(paid, no(1))).toBeNull();
    expect(paid.do('undo', 'check-er')).toBeNull();
    paid.do('approve', 'check-er');
    paid.do('return', 'large-er', { to: 'previous', resume: 'walk-again', comment: '-' });
    expect(decide(paid, no(1))).toMatchObject({ code: 'done-before' });
    expect(verify(definition).map(({ code: found }) => found)).toContain('rows-with-writing');
    expect(verify(byRow(executes)).map(({ code: found }) => found)).toContain('rows-with-writing');
  });

  it.each<[string, object]>([
    ['a review', { kind: 'review' }],
    ['an approval that may not reject', { mayReject: false }],
  ])('leaves a row at least on %s', (_what, check) => {
    const play = at(byRow(check));
    expect(decide(play, no(0), no(1), no(2))).toMatchObject({ code: 'no-row-left' });
    expect([play.context.outcome, play.form?.['lines']]).toEqual([null, LINES]);
    expect(decide(play, no(0), no(1))).toBeNull();
    folds(play);
  });

  it('stays decided where a later step corrects the table: only another row counts again', () => {
    const wire = (what: string, yuan: string) => ({ what, cost: { amount: yuan, currency: 'CNY' } });
    const corrects = (play: Play, ...lines: Json[]) => play.do('approve', 'last-er', { fields: { lines } });
    const last = { fields: { edit: ['lines'] } };
    for (const more of [last, { ...last, authority: limit }]) {
      const play = at(byRow({}, more));
      play.actors['last-er'] = { grants: [grant('last-er', '1000000')] };
      decide(play, no(1));
      expect(corrects(play, wire('a, put right', '700'), wire('b', '500'), wire('c', '300'))).toBeNull();
      expect(acceptedRows(rows(play)).map(({ what }) => what)).toEqual(['a, put right', 'c']);
      expect(total(play)).toEqual({ minor: '100000', currency: 'CNY' });
      folds(play);
    }
    const free = at(byRow({}, last));
    decide(free, no(1));
    expect(corrects(free, wire('a', '700'), wire('b, once more', '500'), wire('c', '300'))).toMatchObject({ code: 'edit-raises' });
    const as = at(byRow({}, last));
    decide(as, no(1), cut(0, '600'));
    const before = rows(as);
    expect(corrects(as, wire('a', '600'), wire('b', '500'), wire('c', '300'))).toBeNull();
    expect([rows(as), as.context.outcome]).toEqual([before, 'approved']);
  });

  it('leaves the words of whoever was added on the step: they agreed to all of it', () => {
    const play = at();
    expect(play.do('sign-beside', 'check-er', { person: 'sue', comment: '-' })).toBeNull();
    expect(play.do('approve', 'sue', { step: 'check' })).toBeNull();
    expect(decide(play, no(1))).toBeNull();
    expect(play.value).toBe('last');
    expect(play.do('return', 'last-er', { to: 'requester', resume: 'straight-back', comment: '-' })).toBeNull();
    const sent = [line('a', 700), line('b', 500), line('c', 300)];
    expect(play.do('resubmit', 'ann', { form: { lines: sent } })).toBeNull();
    expect(play.value).toBe('last');
    folds(play);
  });

  it('goes to other systems and other requests as what is left of it', () => {
    const play = at();
    decide(play, no(1), cut(0, '600'));
    const values = play.form ?? {};
    const { definition } = play.process;
    const body = { lines: { field: 'lines' }, total: { field: 'total' } };
    expect(sentBody({ body }, { definition, values, requestId: 'request-1' })).toEqual({
      lines: [
        { what: 'a', cost: { amount: '600.00', currency: 'CNY' } },
        { what: 'c', cost: { amount: '300.00', currency: 'CNY' } },
      ],
      total: { amount: '900.00', currency: 'CNY' },
    });
    expect(childForm({ map: { own: { field: 'lines' } } }, { values, requestId: 'request-1', row: null })).toEqual({
      own: [line('a', 600), line('c', 300)],
    });
  });

  it.each<[string, object, string]>([
    ['a field that is no table', { rows: { table: 'total' } }, 'not-a-table flow.1.rows.table'],
    ['a table that is not there', { rows: { table: 'none' } }, 'not-a-table flow.1.rows.table'],
    ['a column that is no money', { rows: { table: 'lines', cut: 'what' } }, 'not-money flow.1.rows.cut'],
    ['an opinion', { kind: 'opinion' }, 'rows-together flow.1.rows'],
    ['work', { kind: 'work' }, 'rows-together flow.1.rows'],
  ])('cannot be published for %s', (_what, check, code) => {
    expect(verify(byRow(check)).map((found) => `${found.code} ${found.path}`)).toContain(code);
  });

  it('whatever is decided, taken back or sent again: what counts is what nobody has refused, and never more than was asked', () => {
    const walk = new Walk('row-by-row');
    const edit = { fields: { edit: ['lines'] } };
    const corrected = byRow(edit, { rows: { table: 'lines', cut: 'cost' }, ...edit });
    const move = fc.record({
      what: fc.constantFrom('no', 'no', 'cut', 'undo', 'back', 'correct'),
      row: fc.nat(3),
      yuan: fc.integer({ min: 1, max: 699 }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 12 }), (moves) => {
        let play = at(corrected);
        // What is left of each row, by what was taken; and the same before each decision.
        let left: (number | null)[] = [700, 500, 300];
        const before: (number | null)[][] = [];
        for (const { what, row, yuan } of moves) {
          walk.step();
          if (play.context.outcome !== null) {
            play = at(corrected);
            [left, before.length] = [[700, 500, 300], 0];
          }
          const who = `${play.value}-er`;
          if (what === 'undo') {
            const person = play.context.undo.at(-1)?.person ?? 'ann';
            if (play.do('undo', person) === null) left = before.pop() ?? left;
          } else if (what === 'back') {
            if (play.do('return', who, { to: 'requester', resume: 'straight-back', comment: '-' }) !== null) continue;
            const rowsNow = rows(play).map(({ what: name, cost }) => ({ what: name, cost })) as never;
            expect(play.do('resubmit', 'ann', { form: { lines: rowsNow } })).toBeNull();
            before.length = 0;
          } else if (what === 'correct') {
            // Another name for a row that counts; those that were refused are sent as they stand.
            const sent = rows(play).map((each, index) => ({
              what: `${String(each['what'])}${index === row && left[index] !== null ? '+' : ''}`,
              cost: fieldToWire(COST, each['cost'] as Json),
            }));
            const writes = ['check', 'last'].includes(play.value);
            expect(play.do('approve', who, writes ? { fields: { lines: sent } } : {})).toBeNull();
            before.push(left);
          } else {
            const decision = what === 'no' ? no(row) : cut(row, `${yuan}.00`);
            const sensible = left[row] !== undefined && left[row] !== null && (what === 'no' || yuan < (left[row] ?? 0));
            const refused = play.do('decide-rows', who, { fields: { lines: [decision] as unknown as Json } });
            if (['check', 'last'].includes(who.slice(0, -3))) expect(refused === null).toBe(sensible);
            if (refused !== null) continue;
            before.push(left);
            left = left.map((each, index) => (index === row ? (what === 'no' ? null : yuan) : each));
          }
          const counted = left.filter((each) => each !== null);
          const minor = `${counted.reduce((sum, each) => sum + each, 0)}00`;
          expect(acceptedRows(rows(play)).length).toBe(counted.length);
          expect(total(play)).toEqual(counted.length === 0 ? null : { minor, currency: 'CNY' });
          folds(play);
        }
      }),
      { numRuns: walk.runs },
    );
    walk.wentFar();
  });
});
