import { fc, Walk } from '../../../../test/support/seeded';
import { bulkBar } from '../definition/structure/in-bulk';
import type { Definition } from '../definition/definition.schema';
import { isHuman, flatten } from '../definition/flow';
import type { HumanStep } from '../definition/step.schema';
import { expense } from './expense.fixture';
import { openSeats, recordOf, standingSteps, votesOf } from '../request/standing';
import { approveOperation } from '../operations/approve.operation';
import { Play } from './play.fixture';
import { loadedDice } from './loaded-dice.fixture';
import { randomDefinition } from './random-definition.fixture';
import { at, formOf, staffed, yuan } from './staffed.fixture';
import { refusalText } from '../sentences/refusals/refusal-text';
import { verify } from '../verify/verify';

const bulk = { upTo: '100000' };
const step = (definition: Definition, id: string): HumanStep =>
  flatten(definition.flow)
    .filter(isHuman)
    .find((each) => each.id === id)!;
/** The same process with a step that says something else. */
function withStep(id: string, change: object): Definition {
  const definition = structuredClone(expense());
  Object.assign(step(definition, id), change);
  return definition;
}
const why = (play: Play, actor: string, more: object = {}): unknown => {
  const no = play.do('approve', actor, { bulk, ...more });
  return no && (no.code === 'not-in-bulk' ? no.params['why'] : no.code);
};

describe('what is passed together with others', () => {
  it('is a plain review or approval, and nothing that is filled in, signed or carried out', () => {
    const bars = flatten(expense().flow)
      .filter(isHuman)
      .map((each) => [each.id, bulkBar(each)]);
    expect(Object.fromEntries(bars)).toEqual({ review: null, check: 'fields', opinion: 'opinion', approve: null, pay: 'fields' });
  });

  it('passes as it would alone, and stands in the journal as one of several', () => {
    const [alone, together] = [at('review'), at('review')];
    alone.do('approve', 'mei');
    together.do('approve', 'mei', { bulk });
    expect(together.context).toEqual(alone.context);
    expect(together.journal.at(-1)?.command).toMatchObject({ type: 'approve', bulk });
    expect(alone.journal.at(-1)?.command).not.toHaveProperty('bulk');
  });

  it('is refused by every other step, with the reason', () => {
    expect(why(at('check'), 'chen', { fields: { inPlan: true } })).toBe('fields');
    expect(why(at('opinion', 9000), 'dai', { stance: 'for', comment: 'x' })).toBe('opinion');
    expect(why(at('pay'), 'kai', { fields: { receipt: 'R' } })).toBe('fields');
  });

  it('is not what the definition keeps out, nor what demands a comment, always or here', () => {
    const of = (change: object): Play => {
      const play = staffed(withStep('review', change));
      play.do('submit', 'ann', { form: formOf(1200) });
      return play;
    };
    expect(why(of({ bulk: false }), 'mei')).toBe('off');
    expect(why(of({ commentRequired: true }), 'mei', { comment: 'x' })).toBe('comment');
    const over = { gt: [{ field: 'amount' }, { money: '1000', currency: 'CNY' }] };
    expect(why(of({ commentRequired: over }), 'mei', { comment: 'x' })).toBe('comment');
    const under = { gt: [{ field: 'amount' }, { money: '2000', currency: 'CNY' }] };
    expect(why(of({ commentRequired: under }), 'mei')).toBeNull();
  });

  it('is not above what its person looks at twice; at the amount itself it is', () => {
    const play = at('review', 1200);
    expect(play.do('approve', 'mei', { bulk: { upTo: '1199' } })).toMatchObject({
      code: 'not-in-bulk',
      params: { why: 'amount', minor: '119900', currency: 'CNY' },
    });
    expect(play.do('approve', 'mei', { bulk: { upTo: '1200' } })).toBeNull();
  });

  it('is nothing that somebody has spoken against', () => {
    const signed = (stance: 'for' | 'against' | 'conditional'): Play => {
      const play = at('opinion', 9000);
      play.do('approve', 'dai', { stance, comment: 'Hm.' });
      return play;
    };
    expect(signed('for').value).toBe('approve');
    expect(why(signed('for'), 'bo')).toBeNull();
    expect(why(signed('against'), 'bo')).toBe('objection');
    expect(why(signed('conditional'), 'bo')).toBe('objection');
  });

  it('is nothing that its person was asked to sign besides', () => {
    const play = at('review');
    play.do('sign-beside', 'mei', { person: 'zoe', comment: 'Please.' });
    expect(why(play, 'zoe')).toBe('added');
    expect(why(play, 'mei')).toBeNull();
  });

  it('is refused for every other reason as well: a stranger, a limit, other content', () => {
    expect(why(at('review'), 'zoe')).toBe('not-assignee');
    const play = at('approve');
    play.actors['bo'] = { grants: [] };
    expect(why(play, 'bo')).toBe('no-authority');
    expect(why(at('review'), 'mei', { shown: 'older' })).toBe('stale-content');
  });

  it('says every reason in both languages', () => {
    const reasons = ['off', 'list', 'opinion', 'fields', 'carried-out', 'comment', 'added', 'over-plan', 'objection', 'no-amount'];
    const texts = reasons.map((each) => refusalText({ code: 'not-in-bulk', params: { why: each } }));
    expect(new Set(texts.map(({ zh }) => zh)).size).toBe(reasons.length);
    expect(refusalText({ code: 'not-in-bulk', params: { why: 'amount', minor: '10000000', currency: 'CNY' } })).toEqual({
      zh: '金额高于您设定的 ¥100,000，须逐项决定',
      en: 'It is above ¥100,000, from where you look twice',
    });
  });
});

/** The same play, to go on with by itself. */
function twin(play: Play): Play {
  return Object.assign(Object.create(Play.prototype) as Play, play, { journal: [...play.journal] });
}

describe('in random processes', () => {
  it('exactly that passes in bulk which passes alone and needs no look of its own, and comes to the same', () => {
    const walk = new Walk('bulk');
    const seen = { passed: 0, barred: 0 };
    const numbers = fc.array(fc.nat(9_999), { minLength: 80, maxLength: 80 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 10 }), fc.integer({ min: 0, max: 10 }), (rolls, amount, upTo) => {
        const dice = loadedDice(rolls);
        const play = new Play(randomDefinition(dice));
        play.resolver = (_at, id) => ({ kind: 'seats', people: [`of-${id}`] });
        if (play.do('submit', 'ann', { form: { amount: yuan(amount) } }) !== null) return;
        for (let turn = 0; turn < 20; turn += 1) {
          const id = standingSteps(play.context)[0];
          const [, seat] = openSeats(recordOf(play.context, id ?? ''))[0] ?? [];
          const at = play.process.steps[id ?? ''];
          if (id === undefined || seat === undefined || !at || !isHuman(at)) return;
          const stance = dice(3) === 0 ? ('conditional' as const) : ('for' as const);
          const said = { step: id, stance, comment: 'So.', ...(at.fields.write.length > 0 ? { fields: { flag: dice(2) === 0 } } : {}) };
          const [alone, together] = [twin(play), twin(play)];
          const [no, noTogether] = [
            alone.do('approve', seat.person, said),
            together.do('approve', seat.person, { ...said, bulk: { upTo: String(upTo) } }),
          ];
          walk.step();
          const plain = at.kind === 'approve' || at.kind === 'review';
          const demands = approveOperation.needsComment(at, play.context);
          // An opinion that is asked anew, or stood in a lane that was given up, is nobody's any more.
          const objected = Object.values(play.context.steps).some((record) =>
            votesOf(record).some((vote) => vote.stance === 'conditional'),
          );
          const simple = plain && at.fields.write.length === 0 && at.authority?.kind !== 'execute' && !demands;
          const may = no === null && simple && !objected && amount <= upTo;
          expect([id, noTogether === null]).toEqual([id, may]);
          seen[may ? 'passed' : 'barred'] += 1;
          if (may) expect(together.context).toEqual(alone.context);
          if (no !== null || play.do('approve', seat.person, said) !== null) return;
        }
      }),
      { numRuns: walk.runs },
    );
    walk.wentFar();
    expect(seen.passed).toBeGreaterThan(20);
    expect(seen.barred).toBeGreaterThan(20);
  });
});

describe('a definition', () => {
  it('cannot let through in bulk what needs a look of its own', () => {
    const found = (id: string, change: object) => verify(withStep(id, change)).filter(({ code }) => code === 'never-in-bulk');
    expect(found('check', { bulk: true })).toHaveLength(1);
    expect(found('opinion', { bulk: true })).toHaveLength(1);
    expect(found('review', { bulk: true, commentRequired: true })).toHaveLength(1);
    expect(found('review', { bulk: true })).toEqual([]);
    expect(found('check', { bulk: false })).toEqual([]);
  });
});
