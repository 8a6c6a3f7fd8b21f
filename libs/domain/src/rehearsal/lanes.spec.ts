import { structureOf, follows, before, following, regionOf } from '../definition/structure/structure';
import type { Definition } from '../definition/definition.schema';
import { compile } from '../machine/compile';
import { cny, sampleDefinition, sampleDirectory } from '../people/sample-company.fixture';
import { inOneGo } from '../preview/in-one-go.fixture';
import { preview } from '../preview/preview';
import { recordOf } from '../request/standing';
import { verify } from '../verify/verify';
import { act, checker, done, forked, lane, open, peopled, titled, together } from './lanes.fixture';
import { changed, fold } from './play.fixture';
import { formOf, told } from './staffed.fixture';

/** A condition reads it: it is material, and the state keeps it. */
const readsPlan = { commentRequired: { eq: [{ field: 'inPlan' }, { value: false }] } };

describe('steps in lanes beside each other', () => {
  it('opens in all lanes at once, each for its own people', () => {
    const play = forked();
    expect(open(play)).toEqual(['legal', 'money']);
    expect(told(play.events)).toEqual([
      'task.decided first first-er',
      'step.passed first',
      'task.opened legal legal-er',
      'task.opened money money-er',
    ]);
  });

  it.each([
    ['the longer lane first', ['legal', 'seal', 'money']],
    ['the shorter lane first', ['money', 'legal', 'seal']],
    ['one between', ['legal', 'money', 'seal']],
  ])('is decided in either order: %s', (_, order) => {
    const play = forked();
    for (const [index, id] of order.entries()) {
      expect(open(play)).not.toContain('last');
      done(play, id);
      if (index < 2) expect(play.context.outcome).toBeNull();
    }
    expect(open(play)).toEqual(['last']);
    done(play, 'last');
    expect(play.context.outcome).toBe('approved');
    expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
  });

  it('sends copies in a lane without holding up the others, each once', () => {
    const play = forked();
    done(play, 'legal');
    expect(told(play.events)).toContain('copy.sent tell sun');
    expect(open(play)).toEqual(['money', 'seal']);
  });

  it('returns inside a lane and touches that lane alone', () => {
    const play = forked();
    done(play, 'legal', 'money');
    const { money } = play.context.steps;
    expect(act(play, 'return', 'seal', { to: 'legal', resume: 'walk-again' })).toBeNull();
    expect(open(play)).toEqual(['legal']);
    expect(play.context.steps['money']).toBe(money);
    done(play, 'legal', 'seal');
    expect(open(play)).toEqual(['last']);
  });

  it('leaves tasks of the other lane open at such a return', () => {
    const play = forked();
    done(play, 'legal');
    const { generation } = play.context.steps['money'] ?? {};
    act(play, 'return', 'seal', { to: 'previous' });
    expect(told(play.events).filter((line) => line.includes('money'))).toEqual([]);
    expect(play.context.steps['money']).toMatchObject({ status: 'open', generation });
  });

  it.each(['walk-again', 'straight-back'] as const)('leaves all lanes at a return before the fork (%s)', (resume) => {
    const play = forked();
    done(play, 'legal');
    expect(act(play, 'return', 'money', { to: 'first', resume })).toBeNull();
    expect(told(play.events)).toEqual([
      'task.decided money money-er',
      'task.closed seal seal-er',
      'request.returned',
      'task.opened first first-er',
    ]);
    expect(open(play)).toEqual(['first']);
    done(play, 'first');
    expect(open(play)).toEqual(resume === 'walk-again' ? ['legal', 'money'] : ['money', 'seal']);
  });

  it('re-opens one lane at a return from behind the join; the other stands', () => {
    const play = forked();
    done(play, 'legal', 'seal', 'money');
    expect(act(play, 'return', 'last', { to: 'legal', resume: 'walk-again' })).toBeNull();
    expect(open(play)).toEqual(['legal']);
    done(play, 'legal', 'seal');
    expect(open(play)).toEqual(['last']);
    expect(act(play, 'return', 'last', { to: 'money', resume: 'straight-back' })).toBeNull();
    expect(open(play)).toEqual(['money']);
    done(play, 'money', 'last');
    expect(play.context.outcome).toBe('approved');
  });

  it('closes every task at a return to the requester, and asks them again', () => {
    const play = forked();
    done(play, 'legal');
    expect(act(play, 'return', 'money', { to: 'requester', resume: 'straight-back' })).toBeNull();
    expect(open(play)).toEqual([]);
    expect(play.do('resubmit', 'ann', { form: formOf(1200) })).toBeNull();
    expect(open(play)).toEqual(['money', 'seal']);
    act(play, 'return', 'seal', { to: 'requester', resume: 'walk-again' });
    play.do('resubmit', 'ann', { form: formOf(1200) });
    expect(open(play)).toEqual(['first']);
  });

  it('offers no return to a step of the other lane', () => {
    const play = forked(together('all', { seal: { returns: { to: ['money', 'previous'] } } }));
    done(play, 'money', 'legal');
    expect(act(play, 'return', 'seal', { to: 'money' })).toMatchObject({ code: 'return-target', params: { targets: ['previous'] } });
  });

  it('undoes in one lane while the other has moved on', () => {
    const play = forked();
    done(play, 'legal', 'money');
    const { money } = play.context.steps;
    expect(play.do('undo', 'legal-er')).toBeNull();
    expect(open(play)).toEqual(['legal']);
    expect(play.context.steps['money']).toBe(money);
    expect(play.request.state.value).toEqual({ walk: { both: { lanes: { 'both/0': { legal: 'open' }, 'both/1': '@out' } } } });
    done(play, 'legal', 'seal', 'last');
    expect(play.context.outcome).toBe('approved');
    expect(fold(play.process, play.journal).hash).toBe(play.request.hash);
  });

  it('undoes returns of two lanes apart from each other', () => {
    const play = forked(together('all', { seal: { returns: { to: ['legal'] } } }));
    done(play, 'legal');
    act(play, 'return', 'seal', { to: 'legal' });
    done(play, 'money');
    expect(play.do('undo', 'seal-er')).toBeNull();
    expect(play.context.returns).toBe(0);
    expect(open(play)).toEqual(['seal']);
    expect(recordOf(play.context, 'money')?.status).toBe('passed');
  });

  it('shows each seat what lies before it: what another lane writes makes no decision stale, and undoes apart', () => {
    const written = { fields: { write: ['receipt'] } };
    const play = forked(together('all', { legal: written, money: { fields: { write: ['inPlan'] } }, last: readsPlan }));
    const shown = { money: play.shown('money'), seal: play.shown('seal'), last: play.shown('last') };
    done(play, 'legal');
    expect(play.shown('money')).toBe(shown.money);
    expect([play.shown('seal') === shown.seal, play.shown('last') === shown.last]).toEqual([false, false]);
    act(play, 'approve', 'money', { shown: shown.money, fields: { inPlan: true } });
    expect(play.do('undo', 'legal-er')).toBeNull();
    expect([play.shown('seal') === shown.seal, play.shown('last') === shown.last]).toEqual([true, false]);
    expect(play.context.fields['inPlan']).toBe(true);
  });

  it('shows a seat what another lane writes over something that it was shown', () => {
    const plan = { fields: { write: ['inPlan'] } };
    const play = peopled(together('all', { first: plan, legal: plan, last: readsPlan }));
    play.do('submit', 'ann', { form: formOf(1200) });
    act(play, 'approve', 'first', { fields: { inPlan: true } });
    const shown = play.shown('money');
    done(play, 'money');
    expect(act(play, 'approve', 'legal', { fields: { inPlan: false } })).toBeNull();
    expect(play.shown('money')).not.toBe(shown);
    // It is material: whoever was shown it is asked again.
    expect(open(play)).toEqual(['money', 'seal']);
  });

  it('asks an opinion in each lane without making the others stale', () => {
    const play = forked(together('all', { legal: { kind: 'opinion' }, money: { kind: 'opinion' } }));
    const shown = play.shown('money');
    expect(act(play, 'approve', 'legal', { stance: 'for' })).toBeNull();
    expect(act(play, 'approve', 'money', { stance: 'against', shown })).toBeNull();
  });

  it('takes back the decision that joined the lanes, and no other lane’s after that', () => {
    const play = forked();
    done(play, 'legal', 'seal', 'money');
    expect(play.do('undo', 'seal-er')).toMatchObject({ code: 'not-undoable' });
    expect(play.do('undo', 'money-er')).toBeNull();
    expect(open(play)).toEqual(['money']);
    done(play, 'money');
    expect(open(play)).toEqual(['last']);
  });

  it('joins when as many have passed as it needs; whoever is still asked in the others is asked no longer, and again after an undo', () => {
    const play = forked(together(1));
    done(play, 'legal');
    done(play, 'money');
    expect(open(play)).toEqual(['last']);
    expect(told(play.events)).toContain('task.closed seal seal-er');
    expect(play.do('undo', 'money-er')).toBeNull();
    expect(open(play)).toEqual(['money', 'seal']);
  });

  it('ends in all lanes at a rejection in one; taken back, all are asked again', () => {
    const play = forked();
    done(play, 'legal');
    expect(act(play, 'reject', 'money')).toBeNull();
    expect(told(play.events)).toEqual(['task.decided money money-er', 'task.closed seal seal-er', 'request.finished']);
    expect(open(play)).toEqual([]);
    expect(play.do('undo', 'money-er')).toBeNull();
    expect(open(play)).toEqual(['money', 'seal']);
  });

  it('is stuck only where nobody else is asked, and looks for people in one lane alone', () => {
    const play = peopled(together());
    play.verdicts['legal'] = { kind: 'blocked', owners: ['op'], reason: 'no-approver' };
    play.actors['op'] = { rights: ['requests.operate'] };
    play.do('submit', 'ann', { form: formOf(1200) });
    act(play, 'approve', 'first');
    expect([open(play), play.blocked]).toEqual([['legal', 'money'], null]);
    done(play, 'money');
    expect(play.blocked).toMatchObject({ step: 'legal' });
    play.seat('legal', 'legal-er');
    expect(play.do('resolve-again', 'op')).toBeNull();
    expect(open(play)).toEqual(['legal']);
  });

  it('finds the people of all lanes again when the company changes', () => {
    const play = forked();
    play.seat('legal', 'lo').seat('money', 'mo');
    expect(changed(play)).toBeNull();
    expect(told(play.events)).toEqual([
      'task.closed legal legal-er',
      'task.closed money money-er',
      'task.opened legal lo',
      'task.opened money mo',
    ]);
  });

  it('merges nobody over a join or beside them, and whoever decided before the fork in each lane', () => {
    const play = peopled(together());
    play.verdicts['legal'] = play.verdicts['money'] = { kind: 'merged', person: 'first-er' };
    play.do('submit', 'ann', { form: formOf(1200) });
    act(play, 'approve', 'first');
    expect(told(play.events)).toEqual(expect.arrayContaining(['step.merged legal first-er', 'step.merged money first-er']));
    expect(open(play)).toEqual(['seal']);
  });

  it('is previewed to its end, every lane of it', () => {
    const lanes = [
      lane('Law', [
        checker('legal', { assignee: { by: 'superior' } }),
        checker('seal', { assignee: { by: 'role', role: 'treasury-cashier' } }),
      ]),
      lane('Money', [checker('money', { assignee: { by: 'superior', level: 3 } })]),
    ];
    const both = { id: 'both', title: titled('Both'), kind: 'parallel', lanes, join: 'all', whenStarved: 'reject' };
    const last = checker('last', { assignee: { by: 'superior', level: 2 } });
    const process = compile(sampleDefinition({ flow: [both, last] as never }));
    const input = { form: { amount: cny(12_300) }, requesterId: 'na', directory: sampleDirectory(), params: {}, choices: {} };
    const { steps, blockedAt } = inOneGo(preview(process, input));
    expect([steps.map((each) => `${each.step} ${each.people.join()}`), blockedAt]).toEqual([
      ['legal zhang', 'money zhou', 'seal chen', 'last sun'],
      null,
    ]);
  });

  it('stands right to its steps: what comes before what', () => {
    const structure = structureOf(together().flow);
    expect(before(structure, 'seal')).toEqual(['first', 'legal']);
    expect(before(structure, 'money')).toEqual(['first']);
    expect(before(structure, 'last')).toEqual(['first', 'legal', 'seal', 'money']);
    expect(following(structure, 'legal')).toEqual(['tell', 'seal', 'last']);
    expect(follows(structure, 'money', 'legal')).toBe(false);
    expect([regionOf(structure, 'seal', 'legal'), regionOf(structure, 'seal', 'money'), regionOf(structure, 'seal', 'first')]).toEqual([
      'both/0',
      'walk',
      'walk',
    ]);
  });

  it('is verified: returns and separation look back along the way, not over to the other lane', () => {
    const found = (definition: Definition) => verify(definition).map(({ code }) => code);
    expect(found(together('all', { money: { returns: { to: ['legal'] } } }))).toContain('return-not-earlier');
    expect(found(together('all', { money: { distinctFrom: ['legal'] } }))).toContain('distinct-not-earlier');
    expect(found(together())).not.toContain('return-not-earlier');
  });
});
