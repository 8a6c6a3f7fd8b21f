import { fc } from '../../../../test/support/seeded';
import { definitionSchema, type Definition } from '../definition/definition.schema';
import { allowed } from '../engine/allowed';
import type { BudgetLine } from '../request/budget-line';
import type { Refusal } from '../request/refusal';
import { refusalText } from '../sentences/refusals/refusal-text';
import { verify } from '../verify/verify';
import { act, checker, flowOf, titled } from './lanes.fixture';
import { EXPENSE } from './expense.fixture';
import { fold, Play } from './play.fixture';
import { formOf } from './staffed.fixture';

const label = titled('Field');
const COLUMNS = [
  { key: 'paidOn', type: 'date', label },
  { key: 'amount', type: 'money', label, min: '0.01' },
  { key: 'slip', type: 'text', label, maxLength: 60 },
];
const PARTS = { key: 'parts', type: 'table', label, filledAt: 'step', columns: COLUMNS };
const SLIP = { key: 'slip', type: 'text', label, filledAt: 'step' };
const UNIT = { key: 'costUnit', type: 'unit', label, required: true };
const BUDGET = {
  ...{ key: 'budget', type: 'budget', label, amount: 'amount', unit: 'costUnit', commit: 'whole' },
  spend: [{ step: 'pay', parts: 'parts' }],
};

/** One yes, a payment in parts, then it is filed. */
function paying(pays: object = {}, table: object = {}): Definition {
  const back = { returns: { to: ['requester', 'previous'], resume: 'choose' } };
  const pay = {
    ...{ ...checker('pay', back), kind: 'work', authority: { kind: 'execute', matter: 'expense' } },
    ...{ fields: { write: ['slip'], required: ['slip'] }, pays: { slip: 'slip', books: label, parts: 'parts', ...pays } },
  };
  const flow = flowOf([checker('whole', back), pay, checker('file', { returns: { to: ['previous'], resume: 'straight-back' } })]);
  const fields = [...EXPENSE.form.fields, UNIT, BUDGET, SLIP, { ...PARTS, ...table }];
  return definitionSchema.parse({ ...flow, form: { fields } });
}
const LINE: BudgetLine = {
  ...{ id: 'l1', unitId: 'shop', category: null, from: '2026-01-01', to: '2026-12-31', currency: 'CNY' },
  ...{ control: 'over-plan', tolerance: 0, ownerId: null, planned: '100000', moved: '0', extended: '0' },
  ...{ reserved: '0', committed: '0', spent: '0', outside: '0' },
};

function approved(yuan = 600): Play {
  const play = new Play(paying());
  for (const id of play.process.order) play.seat(id, `${id}-er`);
  const grant = { kind: 'execute', matter: 'expense', role: null, scopeUnitId: 'company', limit: 'no-limit', plan: 'any' } as const;
  play.actors['pay-er'] = {
    grants: [{ ...grant, id: 'g', personId: 'pay-er', state: 'granted', withheldReason: null, validFrom: null, validTo: null }],
  };
  play.lines = [LINE];
  expect(play.do('submit', 'ann', { form: { ...formOf(yuan), costUnit: 'shop' } })).toBeNull();
  act(play, 'approve', 'whole');
  return play;
}
const part = (play: Play, amount: string, slip = 'P-1'): Refusal | null =>
  play.do('pay-part', 'pay-er', { fields: { parts: [{ amount: { amount, currency: 'CNY' }, slip }] } });
const rest = (play: Play) => play.do('approve', 'pay-er', { fields: { slip: 'P-9' } });
const line = (play: Play) => play.lines?.[0] as BudgetLine;
const button = (play: Play, command: string) =>
  allowed(play.process, play.request.state, play.actor('pay-er'), play.facts('pay-er')).find((each) => each.command === command);

describe('a payment in parts', () => {
  it('waits for the rest, spends what was paid, and ends with it', () => {
    const play = approved();
    expect(part(play, '250.00')).toBeNull();
    expect([play.value, play.context.carriedOut, line(play).spent, line(play).committed]).toEqual(['pay', ['pay'], '25000', '35000']);
    expect(play.events).toEqual([
      { type: 'part.paid', step: 'pay', part: { minor: '25000', currency: 'CNY' }, left: { minor: '35000', currency: 'CNY' } },
    ]);
    expect(button(play, 'approve')?.label.zh).toContain('余款 ¥350.00');
    expect(part(play, '300.00', 'P-2')).toBeNull();
    expect(rest(play)).toBeNull();
    expect([play.value, line(play).spent, line(play).committed]).toEqual(['file', '60000', '0']);
    expect(play.form?.['parts']).toEqual([
      { paidOn: '2026-03-02', amount: { minor: '25000', currency: 'CNY' }, slip: 'P-1' },
      { paidOn: '2026-03-02', amount: { minor: '30000', currency: 'CNY' }, slip: 'P-2' },
    ]);
    expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
  });

  it.each([
    ['a cent too much', '350.01', 'paid-over'],
    ['all that is left', '350.00', 'part-is-rest'],
    ['nothing', '0.00', 'invalid-field'],
    ['less than nothing', '-1.00', 'invalid-field'],
    ['a third of a cent', '1.001', 'invalid-field'],
  ])('is refused with %s, in words, and nothing has changed', (_what, amount, code) => {
    const play = approved();
    part(play, '250.00');
    const { hash } = play.request;
    const no = part(play, amount);
    expect([no?.code, play.request.hash, play.form?.['parts']]).toEqual([code, hash, [expect.anything()]]);
    const words = refusalText(no as Refusal, {
      names: { people: {}, units: {} } as never,
      definition: play.process.definition,
      time: () => label,
    });
    if (code !== 'invalid-field') expect(words.zh).toContain('¥350.00');
  });

  it('is refused without a slip, in another currency, and of two rows at once', () => {
    const play = approved();
    const sent = (row: object, ...more: object[]) => play.do('pay-part', 'pay-er', { fields: { parts: [row, ...more] as never } })?.code;
    const amount = { amount: '1.00', currency: 'CNY' };
    expect([
      sent({ amount, slip: '  ' }),
      sent({ amount: { amount: '1.00', currency: 'USD' }, slip: 'P' }),
      sent({ amount, slip: 'P' }, { amount, slip: 'Q' }),
      sent({ amount, slip: 'P', paidOn: '2020-01-01' }),
      play.do('pay-part', 'pay-er', {})?.code,
    ]).toEqual(['invalid-field', 'invalid-field', 'invalid-field', 'invalid-field', 'invalid-field']);
  });

  it('is a press about what was shown: of two at once the second looks again', () => {
    const play = approved();
    const shown = play.shown();
    part(play, '400.00');
    const second = play.do('pay-part', 'pay-er', {
      shown,
      fields: { parts: [{ amount: { amount: '150.00', currency: 'CNY' }, slip: 'P-2' }] },
    });
    expect(second?.code).toBe('stale-content');
  });

  it('is taken back whole by an undo, and keeps the request from going back before it', () => {
    const play = approved();
    const before = play.context;
    part(play, '250.00');
    expect(play.do('return', 'pay-er', { to: 'requester', resume: 'walk-again' })?.code).toBe('return-target');
    expect(play.do('undo', 'pay-er')).toBeNull();
    expect([play.context.carriedOut, play.context.fields, play.form?.['parts'], line(play).spent]).toEqual([
      [],
      before.fields,
      undefined,
      '0',
    ]);
    expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
  });

  it('never adds up to more than is to be paid, whatever is tried; the ledger says what was paid', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 12 }), (cents) => {
        const play = approved();
        let paid = 0;
        for (const each of cents) if (part(play, (each / 100).toFixed(2)) === null) paid += each;
        expect(paid).toBeLessThan(60_000);
        expect([line(play).spent, line(play).committed]).toEqual([`${paid}`, `${60_000 - paid}`]);
        expect(rest(play)).toBeNull();
        expect([line(play).spent, line(play).committed]).toEqual(['60000', '0']);
      }),
      { numRuns: 20 },
    );
  });

  it('needs a table of its own, and a budget that counts it', () => {
    const errors = (definition: Definition) => verify(definition).flatMap(({ severity, code }) => (severity === 'error' ? [code] : []));
    expect(errors(paying())).toEqual([]);
    expect(errors(paying({}, { columns: COLUMNS.slice(1) }))).toContain('not-parts');
    expect(errors(paying({}, { filledAt: 'start' }))).toContain('not-parts');
    expect(errors(paying({ parts: 'slip' }))).toEqual(expect.arrayContaining(['not-parts', 'budget-parts']));
    expect(errors(paying({ parts: undefined }))).toContain('budget-parts');
  });
});
