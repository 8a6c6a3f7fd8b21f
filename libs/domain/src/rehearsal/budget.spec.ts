import { fc, notMet, Walk } from '../../../../test/support/seeded';
import { availableOf } from '../budget/available';
import { MOVEMENT_KINDS } from '../budget/movements';
import { budgetField } from '../definition/fields/budget-field';
import { definitionSchema, type Definition } from '../definition/definition.schema';
import type { BudgetLine } from '../request/budget-line';
import { verify } from '../verify/verify';
import { wordValueBoth } from '../wording/word-value';
import { EXPENSE } from './expense.fixture';
import { act, checker, flowOf, titled } from './lanes.fixture';
import { must } from './must.fixture';
import { fold, Play } from './play.fixture';
import { formOf } from './staffed.fixture';

const COST_UNIT = { key: 'costUnit', type: 'unit', label: titled('Charged to'), required: true };
const KIND = {
  key: 'kind',
  type: 'choice',
  label: titled('Kind'),
  options: ['display', 'travel'].map((value) => ({ value, label: titled(value) })),
};
const BUDGET = {
  ...{ key: 'budget', type: 'budget', label: titled('Budget'), amount: 'amount', unit: 'costUnit', category: 'kind' },
  ...{ commit: 'whole', spend: [{ step: 'pay' }] },
};
const BACK = { returns: { to: ['requester', 'previous'], resume: 'choose' } };

/** What is in plan is approved first, what is over goes further up, then it is paid. */
function drawing(more: object = {}): Definition {
  const over = { gt: [{ field: 'budget.over' }, { money: '0', currency: 'CNY' }] };
  const flow = flowOf([
    checker('covered', BACK),
    checker('rest', { ...BACK, when: over, authority: { kind: 'approve-within-limit', matter: 'expense', amount: 'budget.over' } }),
    checker('whole', BACK),
    { ...checker('pay', BACK), kind: 'work', authority: { kind: 'execute', matter: 'expense' } },
    checker('file', { returns: { to: [] } }),
  ]);
  return definitionSchema.parse({ ...flow, form: { fields: [...EXPENSE.form.fields, COST_UNIT, KIND, { ...BUDGET, ...more }] } });
}

const DISPLAY: BudgetLine = {
  ...{ id: 'l1', unitId: 'shop', category: 'display', from: '2026-01-01', to: '2026-12-31', currency: 'CNY' },
  ...{ control: 'over-plan', tolerance: 0, ownerId: null, planned: '100000', moved: '0', extended: '0' },
  ...{ reserved: '0', committed: '0', spent: '0', outside: '0' },
};

function played(definition: Definition = drawing(), lines: BudgetLine[] = [DISPLAY, { ...DISPLAY, id: 'l2', category: 'travel' }]): Play {
  const play = new Play(definition);
  for (const id of play.process.order) play.seat(id, `${id}-er`);
  const grant = {
    kind: 'approve-within-limit',
    matter: 'expense',
    role: null,
    scopeUnitId: 'company',
    limit: 'no-limit',
    plan: 'any',
  } as const;
  for (const [kind, id] of [
    ['approve-within-limit', 'rest-er'],
    ['execute', 'pay-er'],
  ] as const)
    play.actors[id] = {
      grants: [{ ...grant, kind, id, personId: id, state: 'granted', withheldReason: null, validFrom: null, validTo: null }],
    };
  play.lines = lines;
  return play;
}

const asking = (yuan: number, more: object = {}) => ({ form: { ...formOf(yuan), costUnit: 'shop', kind: 'display', ...more } });
const kinds = (play: Play): string[] => play.posted.map(({ line, kind, ...sums }) => `${line} ${kind} ${amountOf(sums)}`);
const amountOf = ({ reserved, committed, spent, extended }: Record<string, string>): string =>
  [reserved, committed, spent, extended]
    .map((each) => BigInt(each ?? '0'))
    .find((each) => each > 0n)
    ?.toString() ?? 'back';
const left = (play: Play, id = 'l1'): bigint => availableOf(play.lines?.find((line) => line.id === id) as BudgetLine);

describe('a request that draws on a budget', () => {
  it('is reserved when it is asked for, committed with the yes, spent when it is paid', () => {
    const play = played();
    expect(play.do('submit', 'ann', asking(600))).toBeNull();
    expect(left(play)).toBe(40_000n);
    act(play, 'approve', 'covered');
    act(play, 'approve', 'whole');
    act(play, 'approve', 'pay');
    act(play, 'approve', 'file');
    expect(play.value).toBe('approved');
    expect(kinds(play)).toEqual(['l1 reserve 60000', 'l1 commit 60000', 'l1 spend 60000']);
    expect(left(play)).toBe(40_000n);
    expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
  });

  it('goes further up with what the line does not cover; that part is granted, and the line is used up', () => {
    const play = played();
    play.do('submit', 'ann', asking(1_023));
    expect([play.context.fields['budget.covered'], play.context.fields['budget.over']]).toEqual([
      { minor: '100000', currency: 'CNY' },
      { minor: '2300', currency: 'CNY' },
    ]);
    act(play, 'approve', 'covered');
    expect(play.value).toBe('rest');
    act(play, 'approve', 'rest');
    act(play, 'approve', 'whole');
    expect(kinds(play)).toEqual(['l1 reserve 100000', 'l1 extend 2300', 'l1 commit 102300']);
    expect(left(play)).toBe(0n);
    const field = budgetField(play.process.definition);
    expect(field && wordValueBoth(field, play.form?.['budget'], { people: {}, units: {}, requests: {} } as never)).toEqual({
      zh: '计划内 ¥1,000.00，超出 ¥23.00',
      en: '¥1,000.00 in plan, ¥23.00 over plan',
    });
  });

  it('is over the plan as a whole where no plan speaks of it', () => {
    const play = played(drawing(), []);
    play.do('submit', 'ann', asking(600));
    act(play, 'approve', 'covered');
    expect([play.value, play.context.fields['budget.over'], play.posted]).toEqual(['rest', { minor: '60000', currency: 'CNY' }, []]);
  });

  it.each(['return', 'reject'] as const)('gives back exactly what it held on %s', (type) => {
    const play = played();
    play.do('submit', 'ann', asking(600));
    act(play, type, 'covered', { to: 'requester', resume: 'walk-again' });
    expect([kinds(play), left(play)]).toEqual([['l1 reserve 60000', 'l1 release back'], 100_000n]);
  });

  it('gives back on withdrawal, and takes again when it is sent again, by what the line has then', () => {
    const play = played();
    play.do('submit', 'ann', asking(600));
    act(play, 'return', 'covered', { to: 'requester', resume: 'walk-again' });
    play.lines = (play.lines ?? []).map((line) => (line.id === 'l1' ? { ...line, reserved: '50000' } : line));
    expect(play.do('resubmit', 'ann', asking(600))).toBeNull();
    expect(play.context.fields['budget.over']).toEqual({ minor: '10000', currency: 'CNY' });
    expect(play.do('withdraw', 'ann')).toBeNull();
    expect(left(play)).toBe(50_000n);
  });

  it('undoes what an undo takes back', () => {
    const play = played();
    play.do('submit', 'ann', asking(600));
    act(play, 'approve', 'covered');
    act(play, 'approve', 'whole');
    expect(left(play)).toBe(40_000n);
    expect(play.do('undo', 'whole-er')).toBeNull();
    expect(play.lines?.[0]).toMatchObject({ reserved: '60000', committed: '0' });
  });

  it('moves to another line when it is of another kind', () => {
    const play = played();
    play.do('submit', 'ann', asking(600));
    act(play, 'return', 'covered', { to: 'requester', resume: 'walk-again' });
    play.do('resubmit', 'ann', asking(600, { kind: 'travel' }));
    expect(kinds(play)).toEqual(['l1 reserve 60000', 'l1 release back', 'l2 reserve 60000']);
  });

  it('stands as it was reserved while others take what is left, or more', () => {
    const play = played();
    play.do('submit', 'ann', asking(600));
    play.lines = (play.lines ?? []).map((line) => ({ ...line, spent: '90000', outside: '90000' }));
    act(play, 'approve', 'covered');
    act(play, 'approve', 'whole');
    expect(play.lines?.[0]).toMatchObject({ committed: '60000', extended: '0' });
    expect(left(play)).toBe(-50_000n);
  });

  it('cannot be made where the line stops it', () => {
    const play = played(drawing(), [{ ...DISPLAY, control: 'stop' }]);
    expect(play.do('submit', 'ann', asking(1_001))).toMatchObject({ code: 'invalid-field', params: { fields: ['budget'] } });
    expect(play.do('submit', 'ann', asking(1_000))).toBeNull();
  });
});

describe('what one line gives another', () => {
  const TO = { to: { unit: 'costUnit', category: { value: 'travel' } }, commit: undefined, spend: [] };
  const moving = (more: object = {}): Definition => ({ ...drawing({ ...TO, ...more }), graceSeconds: 0 });
  const travel = (lines: Play['lines']) => lines?.find(({ id }) => id === 'l2');

  it('is held from the submit on, and moved once the request is approved and closed; the two come to nothing', () => {
    const play = played(moving());
    expect(play.do('submit', 'ann', asking(600))).toBeNull();
    expect([left(play), travel(play.lines)?.moved]).toEqual([40_000n, '0']);
    for (const step of ['covered', 'whole', 'pay', 'file']) act(play, 'approve', step);
    expect([play.value, left(play), travel(play.lines)?.moved]).toEqual(['approved', 40_000n, '0']);
    play.seconds += 60;
    expect(play.timer()).toBeNull();
    expect(play.posted.slice(-3).map(({ line, kind, committed, moved }) => [line, kind, committed, moved])).toEqual([
      ['l1', 'release', '-60000', '0'],
      ['l1', 'transfer', '0', '-60000'],
      ['l2', 'transfer', '0', '60000'],
    ]);
    expect([left(play), left(play, 'l2')]).toEqual([40_000n, 160_000n]);
    expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
  });

  it('is given back where the request is not approved', () => {
    const play = played(moving());
    play.do('submit', 'ann', asking(600));
    expect(play.do('withdraw', 'ann')).toBeNull();
    play.seconds += 60;
    play.timer();
    expect([left(play), left(play, 'l2')]).toEqual([100_000n, 100_000n]);
  });

  it('has to be there to the last unit, whatever the line tolerates or warns of', () => {
    for (const lenient of [{}, { tolerance: 500 }, { control: 'warn' as const }]) {
      const play = played(moving(), [
        { ...DISPLAY, ...lenient },
        { ...DISPLAY, id: 'l2', category: 'travel' },
      ]);
      expect(play.do('submit', 'ann', asking(1_001))).toMatchObject({ code: 'invalid-field', params: { fields: ['budget'] } });
      expect(play.do('submit', 'ann', asking(1_000))).toBeNull();
    }
  });

  it('goes to a line that is there, and to another one', () => {
    expect(played(moving(), [DISPLAY]).do('submit', 'ann', asking(1))).toMatchObject({ code: 'invalid-field' });
    const same = moving({ to: { unit: 'costUnit', category: 'kind' } });
    expect(played(same).do('submit', 'ann', asking(1))).toMatchObject({ code: 'invalid-field' });
  });

  it('cannot be published with steps that pay, or an approval that may be taken up again', () => {
    const codes = (definition: Definition): string[] => verify(definition).flatMap(({ code }) => (code === 'budget-moved' ? [code] : []));
    expect(codes(moving())).toEqual([]);
    expect(codes(moving({ spend: [{ step: 'pay' }] }))).toEqual(['budget-moved']);
    expect(codes({ ...moving(), revoke: { by: ['operator'] } })).toEqual(['budget-moved']);
    expect(verify(moving({ to: { unit: 'friend' } })).map(({ path }) => path)).toContain('form.fields.8.to.unit');
  });
});

describe('how a definition draws on a budget', () => {
  const codes = (more: object): string[] => verify(drawing(more)).map(({ code, path }) => `${code} ${path.split('.').slice(3).join('.')}`);

  it.each([
    [{}, []],
    [{ amount: 'reason' }, ['budget-source amount']],
    [{ unit: 'friend' }, ['budget-source unit']],
    [{ category: 'reason' }, ['budget-source category']],
    [{ date: 'reason' }, ['budget-source date']],
    [{ commit: 'pay' }, ['budget-step commit']],
    [{ commit: 'nowhere' }, ['budget-step commit']],
    [{ spend: [{ step: 'whole' }] }, ['budget-step spend.0.step']],
    [{ spend: [{ step: 'pay', amount: 'reason' }] }, ['budget-source spend.0.amount']],
  ])('%j: %j', (more, found) => {
    expect(codes(more).filter((code) => code.startsWith('budget'))).toEqual(found);
  });
});

type Sums = Record<'reserved' | 'committed' | 'spent' | 'extended', bigint>;
interface Said {
  n: number;
  what: 'asked' | 'back' | 'over' | 'whole' | 'pay' | 'again';
  covered: bigint;
  over: bigint;
}

/** What a request holds of its line by what was decided, as simple as it can be said; what was taken back is left out. */
class Books {
  private said: Said[] = [];
  private line = '';

  hears({ events, request, context: { fields }, value }: Play): void {
    const minor = (path: string): bigint => BigInt((fields[path] as { minor?: string } | null)?.minor ?? '0');
    const told = { n: request.n, covered: minor('budget.covered'), over: minor('budget.over') };
    for (const event of events) {
      if (event.type === 'decision.undone') this.said = this.said.filter(({ n }) => n !== event.of);
      const what = whatOf(event, value);
      if (what === 'asked') this.line = String(fields['budget.line']);
      if (what !== null) this.said.push({ ...told, what });
    }
  }

  on(line: string): Sums {
    const nothing = { reserved: 0n, committed: 0n, spent: 0n, extended: 0n };
    const last = this.said.at(-1);
    if (line !== this.line || last === undefined || last.what === 'back' || last.what === 'over') return nothing;
    const { covered, over, what: at } = last;
    if (at === 'pay') return { ...nothing, spent: covered + over, extended: over };
    return at === 'whole' ? { ...nothing, committed: covered + over, extended: over } : { ...nothing, reserved: covered };
  }
}

/** What an event means for the money of a request that stands there now. */
function whatOf(event: Play['events'][number], stands: string): Said['what'] | null {
  if (event.type === 'request.submitted') return 'asked';
  if (event.type === 'request.returned') return event.to === 'requester' ? 'back' : stands === 'pay' ? 'whole' : 'again';
  if (event.type === 'request.finished') return event.outcome === 'approved' ? null : 'over';
  return event.type === 'step.passed' && (event.step === 'whole' || event.step === 'pay') ? event.step : null;
}

const APPROVED = Array<'approve'>(7).fill('approve');

describe('whatever is done with it', () => {
  it('the line is the sum of its movements, these are what was decided of each request, and nothing is sold twice while others spend of it', () => {
    const walk = new Walk('budget');
    const met = new Set<string>();
    const press = fc.record({
      type: fc.constantFrom(...APPROVED, 'return', 'reject', 'undo', 'withdraw', 'resubmit', 'take-back', 'outside'),
      which: fc.nat(2),
      yuan: fc.integer({ min: 1, max: 900 }),
      kind: fc.constantFrom('display', 'display', 'travel'),
      to: fc.constantFrom('requester', 'previous'),
    });
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 3, maxLength: 3 }),
        fc.array(press, { minLength: 15, maxLength: 24, size: 'max' }),
        (asked, presses) => {
          const plays = asked.map(() => played());
          const books = plays.map(() => new Books());
          let lines = plays[0]?.lines ?? [];
          const does = (which: number, press: (play: Play) => unknown): void => {
            const play = plays[which] as Play;
            play.lines = lines;
            if (press(play) === null) books[which]?.hears(play);
            lines = play.lines;
          };
          asked.forEach((yuan, which) => does(which, (play) => play.do('submit', 'ann', asking(yuan))));
          for (const { type, which, yuan, kind, to } of presses) {
            walk.step();
            if (type === 'outside') lines = spentOutside(lines, kind, BigInt(yuan));
            else
              does(which, (play) =>
                play.do(type, senderOf(type, play), {
                  comment: '—',
                  ...(type === 'return' && { to, resume: 'walk-again' as const }),
                  ...(type === 'resubmit' && asking(yuan, { kind })),
                }),
              );
            for (const line of lines) balances(line, plays, books);
          }
          for (const play of plays) {
            expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
            play.posted.forEach(({ kind }) => met.add(kind));
          }
        },
      ),
      { numRuns: walk.runs },
    );
    walk.wentFar();
    expect(notMet(MOVEMENT_KINDS, met)).toEqual([]);
  });
});

/** Who would do it: whoever has it, its requester, or of what is taken back whoever decided last. */
function senderOf(type: string, play: Play): string {
  if (type === 'withdraw' || type === 'resubmit') return 'ann';
  return (type === 'undo' || type === 'take-back' ? play.context.undo.at(-1)?.person : undefined) ?? `${play.value}-er`;
}

function spentOutside(lines: BudgetLine[], category: string, minor: bigint): BudgetLine[] {
  return lines.map((line) =>
    line.category === category ? { ...line, spent: `${BigInt(line.spent) + minor}`, outside: `${BigInt(line.outside) + minor}` } : line,
  );
}

/** The line is what was posted to it, each request holds what was decided, and requests have taken no more than there was. */
function balances(line: BudgetLine, plays: readonly Play[], books: readonly Books[]): void {
  const sums = ['reserved', 'committed', 'spent', 'extended'] as const;
  for (const sum of sums) {
    const moved = plays.map(({ posted }) =>
      posted.filter((each) => each.line === line.id).reduce((all, each) => all + BigInt(each[sum]), 0n),
    );
    const others = sum === 'spent' ? BigInt(line.outside) : 0n;
    const decided = books.map((each) => each.on(line.id)[sum]);
    must(`${sum} of ${line.id} to be the sum of its movements`, BigInt(line[sum]) === moved.reduce((all, each) => all + each, others));
    must(`requests to hold ${sum} ${decided.join()} of ${line.id}, but they hold ${moved.join()}`, moved.join() === decided.join());
  }
  must(`no more to be taken of ${line.id} than there is`, availableOf(line) + BigInt(line.outside) >= 0n);
}
