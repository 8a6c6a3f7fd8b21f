import { budgetField } from '../definition/fields/budget-field';
import { definitionSchema, type Definition } from '../definition/definition.schema';
import { allowed } from '../engine/allowed';
import type { BudgetLine } from '../request/budget-line';
import { verify } from '../verify/verify';
import { EXPENSE } from './expense.fixture';
import { act, checker, flowOf, titled } from './lanes.fixture';
import { fold, Play } from './play.fixture';

const BACK = { returns: { to: ['requester', 'previous'], resume: 'choose' } };
const PAYS = { key: 'costUnit', type: 'unit', label: titled('Charged to'), required: true };
const BUDGET = {
  ...{ key: 'budget', type: 'budget', label: titled('Budget'), amount: 'amount', unit: 'costUnit', category: { value: 'promotion' } },
  ...{ commit: ['covered', 'rest'], spend: [{ step: 'pay' }] },
};
const some = (part: string) => ({ gt: [{ field: `budget.${part}` }, { money: '0', currency: 'CNY' }] });
const deciding = (id: string, amount: string, kind: string) =>
  checker(id, { ...BACK, when: some(id === 'covered' ? 'covered' : 'over'), authority: { kind, matter: 'expense', amount } });
const PAID = { ...checker('pay', BACK), kind: 'work', authority: { kind: 'execute', matter: 'expense' } };

/** The covered part is approved by whoever may within the plan, the rest by whoever may over it. */
function split(
  steps = [deciding('covered', 'budget.covered', 'approve-within-plan'), deciding('rest', 'budget.over', 'approve')],
): Definition {
  return definitionSchema.parse({ ...flowOf([...steps, PAID]), form: { fields: [...EXPENSE.form.fields, PAYS, BUDGET] } });
}

const LINE: BudgetLine = {
  ...{ id: 'l1', unitId: 'shop', category: 'promotion', from: '2026-01-01', to: '2026-12-31', currency: 'CNY' },
  ...{ control: 'over-plan', tolerance: 0, ownerId: null, planned: '8370000', moved: '0', extended: '0' },
  ...{ reserved: '0', committed: '0', spent: '0', outside: '0' },
};
const GRANTED = { role: null, scopeUnitId: 'company', limit: 'no-limit', plan: 'any', state: 'granted', withheldReason: null } as const;

function asked(yuan: number, lines: BudgetLine[] = [LINE]): Play {
  const play = new Play(split());
  const kinds = [
    ['covered', 'approve-within-plan'],
    ['rest', 'approve'],
    ['pay', 'execute'],
  ] as const;
  for (const [id, kind] of kinds) {
    const personId = `${id}-er`;
    play.seat(id, personId);
    play.actors[personId] = { grants: [{ ...GRANTED, id, kind, matter: 'expense', personId, validFrom: null, validTo: null }] };
  }
  play.lines = lines;
  const amount = { minor: Math.round(yuan * 100).toString(), currency: 'CNY' };
  const items = [{ day: '2026-02-20', invoice: 'A1', amount }];
  expect(play.do('submit', 'ann', { form: { reason: 'Leaflets', items, costUnit: 'shop' } })).toBeNull();
  return play;
}

const pressed = (play: Play): { label: string; past: string } => {
  const { process, request, value } = play;
  const person = `${value}-er`;
  const { now, today, requesterUnitPath } = play.facts(person);
  const found = allowed(process, request.state, play.actor(person), { now, today, requesterUnitPath });
  const approve = found.find(({ command }) => command === 'approve');
  return { label: approve?.label.zh ?? '', past: approve?.past.zh ?? '' };
};
const button = (play: Play): string => pressed(play).label;
const moved = (play: Play): string[] => play.posted.map(({ kind }) => kind);

describe('a request that a line covers in part', () => {
  it('is approved by one press as far as it is covered, which passes the rest on; nothing is committed before both have said yes', () => {
    const play = asked(86_000);
    expect([play.value, button(play)]).toEqual(['covered', '同意 ¥83,700，呈报余下']);
    expect(pressed(play).past).toBe('已同意 ¥83,700');
    act(play, 'approve', 'covered');
    expect(pressed(play).past).toBe('已同意 ¥2,300');
    expect([play.value, button(play), moved(play)]).toEqual(['rest', '同意超出的 ¥2,300', ['reserve']]);
    act(play, 'approve', 'rest');
    expect([play.value, moved(play)]).toEqual(['pay', ['reserve', 'extend', 'commit']]);
    expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
  });

  it.each([
    ['one cent less than the line has', 83_699.99, '同意', 'pay'],
    ['just what the line has', 83_700, '同意', 'pay'],
    ['one cent more', 83_700.01, '同意 ¥83,700，呈报余下', 'rest'],
  ])('%s', (_, yuan, words, then) => {
    const play = asked(yuan);
    expect([play.value, button(play)]).toEqual(['covered', words]);
    act(play, 'approve', 'covered');
    expect(play.value).toBe(then);
  });

  it('goes straight to whoever decides the rest where a line covers nothing, or none speaks of it', () => {
    for (const lines of [[], [{ ...LINE, spent: LINE.planned }]]) {
      const play = asked(600, lines);
      expect([play.value, button(play)]).toEqual(['rest', '同意']);
    }
  });

  it('gives back what was reserved where the rest is refused', () => {
    const play = asked(86_000);
    act(play, 'approve', 'covered');
    act(play, 'reject', 'rest');
    expect([play.value, moved(play)]).toEqual(['rejected', ['reserve', 'release']]);
  });

  it('commits with the yes to the covered part where nothing is over', () => {
    const play = asked(600);
    act(play, 'approve', 'covered');
    expect(moved(play)).toEqual(['reserve', 'commit']);
  });
});

describe('a definition that splits what a budget covers', () => {
  const found = (definition: Definition): string[] => verify(definition).flatMap(({ code }) => (code.startsWith('budget') ? [code] : []));

  it('has somebody who decides the rest', () => {
    expect(found(split())).toEqual([]);
    expect(found(split([deciding('covered', 'budget.covered', 'approve-within-plan'), deciding('rest', 'amount', 'approve')]))).toEqual([
      'budget-rest',
    ]);
    const before = [deciding('rest', 'budget.over', 'approve'), deciding('covered', 'budget.covered', 'approve-within-plan')];
    expect(found(split(before))).toEqual(['budget-rest']);
  });

  it('always spends on one category where it says so', () => {
    expect(budgetField(split())?.category).toEqual({ value: 'promotion' });
    expect(asked(600, [{ ...LINE, category: 'travel' }]).value).toBe('rest');
  });
});
