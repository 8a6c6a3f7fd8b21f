import type { StepRecord } from '../request/request-state';
import { contentFor } from '../request/content';
import { openSeats, recordOf, standingStep } from '../request/standing';
import { fc } from '../../../../test/support/seeded';
import { commandFrom } from '../operations/command-from';
import type { CommandBody } from '../request/command';
import { formAfter } from '../operations/form/form-after';
import { advance } from '../engine/advance';
import { begin } from '../engine/begin';
import { compile } from '../machine/compile';
import type { Facts } from '../request/facts';
import type { FormValues } from '../request/request-state';
import { refuse } from '../engine/refuse';
import type { EngineRequest } from '../request/transition';
import { formSurroundings } from '../form/form-condition';
import { actorFacts } from '../people/actor-facts';
import { postsOf, unitPath } from '../people/posts';
import { resolve } from '../people/resolve/resolve';
import { cny, sampleDefinition, sampleDirectory } from '../people/sample-company.fixture';
import { atList, pictures, tick } from '../rehearsal/checklist.fixture';
import { takingTurns } from '../operations/seats/turns';
import { freeSeat } from '../operations/seats/on-seat';
import { withSigner } from '../operations/seats/signer-seats';
import type { HumanStep } from '../definition/step.schema';
import { stillToSpeak } from './still-to-speak';
import { walkAhead } from './foresee';
import { inOneGo } from './in-one-go.fixture';
import { preview } from './preview';
import { rehearsalOf } from './rehearsal';

const process = compile(sampleDefinition());
const directory = sampleDirectory();

interface Case {
  amount: number;
  requester: string;
  inPlan: boolean;
}
const ORDINARY: Case = { amount: 12_300, requester: 'na', inPlan: true };

interface Run {
  request: EngineRequest;
  form: FormValues;
  came: [string, string[]][];
}

function bodyAt({ request, form }: Run, { requester, inPlan }: Case): CommandBody | null {
  const { context } = request.state;
  const value = standingStep(request.state);
  if (request.n === 0) return { type: 'submit', requestId: 'r1', actor: requester, form };
  const [seat] = value === null ? [] : openSeats(recordOf(context, value)).map(([, each]) => each);
  if (value === null || !seat) return null;
  const fields = value === 'check' ? { fields: { inPlan } } : {};
  return {
    type: 'approve',
    requestId: 'r1',
    actor: seat.person,
    step: value,
    generation: seat.generation,
    shown: contentFor(process, context, value),
    ...fields,
  };
}

/** One command of a real run: refused by nothing, people looked up as `record` does it. False where the run has come to its end. */
function step(run: Run, given: Case): boolean {
  const body = bodyAt(run, given);
  if (!body) return false;
  const requesterUnitPath = unitPath(directory, postsOf(directory, given.requester)[0]?.unitId ?? null);
  const facts: Facts = {
    now: directory.now,
    today: directory.today,
    actor: actorFacts(directory, body.actor, []),
    requesterUnitPath,
    params: {},
    seats: {},
    claimed: {},
  };
  const form = body.type === 'submit' ? null : run.form;
  const before = { form, surroundings: formSurroundings(run.request.state.context, facts) };
  const command = commandFrom(process, body, `c${run.request.n}`, before);
  expect(refuse(process, run.request.state, command, facts)).toBeNull();
  let result = advance(process, run.request, command, facts);
  while ('need' in result) {
    for (const step of result.need) facts.seats[step] = resolve(process, result.at, step, directory).verdict;
    result = result.goOn(facts);
  }
  run.form = formAfter(process, body, before).values;
  run.request = result.request;
  for (const event of result.transition.events) {
    if (event.type === 'task.opened' || event.type === 'step.merged' || event.type === 'copy.sent')
      run.came.push([event.step, [event.person]]);
  }
  return true;
}

function runOf(given: Case, passes = Infinity): Run {
  const run: Run = { request: begin(process.definition, 'r1'), form: { amount: cny(given.amount) }, came: [] };
  for (let count = 0; count <= passes && step(run, given); count += 1);
  return run;
}

function previewOf({ amount, requester }: Case) {
  return inOneGo(preview(process, { form: { amount: cny(amount) }, requesterId: requester, directory, params: {}, choices: {} }));
}

/** The request at the director's review, with other seats than the rules have found. */
function seated(change: (seats: StepRecord['seats']) => StepRecord['seats']): Run {
  const run = runOf(ORDINARY, 2);
  const { state } = run.request;
  const record = state.context.steps['director'] as StepRecord;
  const director = process.steps['director'] as HumanStep;
  const seats = takingTurns(director, change(record.seats), run.request.n);
  const context = { ...state.context, steps: { ...state.context.steps, director: { ...record, seats } } };
  return { ...run, request: { ...run.request, state: { ...state, context } } };
}

describe('what only holds a press up', () => {
  const alone = runOf(ORDINARY, 2);
  const ahead = ({ request, form }: Pick<Run, 'request' | 'form'>, by = process) => {
    const first = { step: 'director', person: 'song' };
    const walk = inOneGo(walkAhead(rehearsalOf(by), { request, form, directory, assume: {}, first }));
    return { way: walk.steps.map(({ step: id, people }) => [id, people]), ends: walk.request.state.context.outcome, left: walk.left };
  };

  it('takes nothing of the way where an answer is owed first', () => {
    const { state } = alone.request;
    const opening = state.context.steps['director']?.generation ?? 0;
    const [seat = ''] = Object.keys(state.context.steps['director']?.seats ?? {});
    const demands = [{ step: 'director', opening, seat, by: 'sun', n: opening, at: directory.now, due: null }];
    const request = { ...alone.request, state: { ...state, context: { ...state.context, demands } } };
    expect(ahead({ ...alone, request })).toEqual(ahead(alone));
    expect(ahead(alone).ends).toBe('approved');
  });

  it('takes nothing of the way where one of several has to claim it first', () => {
    const definition = sampleDefinition();
    const flow = definition.flow.map((each) => (each.id === 'director' ? { ...each, claim: true as const } : each));
    const claimed = compile({ ...definition, flow } as typeof definition);
    const two = seated((seats) => ({ ...seats, [freeSeat(seats)]: { person: 'sun', generation: 1 } }));
    expect(ahead(two, claimed)).toMatchObject({ ends: 'approved', left: null });
  });
});

describe('who has yet to speak on a step', () => {
  const director = process.steps['director'] as HumanStep;
  const signer = { person: 'sun', generation: 1, addedBy: 'song' };
  const walked = (change: (seats: StepRecord['seats']) => StepRecord['seats'], person = 'song') =>
    inOneGo(walkAhead(rehearsalOf(process), { ...seated(change), directory, assume: {}, first: { step: 'director', person } }));
  const told = (walk: ReturnType<typeof walked>) =>
    walk.steps.slice(0, -3).map(({ step: id, people, current, asked }) => [id, people, current, asked?.for ?? 'rule']);
  const ends = ({ request }: ReturnType<typeof walked>) => request.state.context.outcome;

  it.each(['after', 'beside'] as const)('is a signer who was added %s, and the way goes on behind them', (where) => {
    const walk = walked((seats) => withSigner(director, seats, '0', { where, ...signer }));
    expect(walk.left).toEqual({ own: [], needed: 0, added: ['sun'] });
    expect(told(walk)).toEqual([
      ['director', ['song'], true, 'rule'],
      ['director', ['sun'], where === 'beside', 'signature'],
    ]);
    expect(ends(walk)).toBe('approved');
  });

  it('is nobody after a signer who comes before, but whoever has added them comes back', () => {
    const walk = walked((seats) => withSigner(director, seats, '0', { where: 'before', ...signer }));
    expect(told(walk)).toEqual([
      ['director', ['sun'], true, 'signature'],
      ['director', ['song'], false, 'rule'],
    ]);
    expect(walk.left).toBeNull();
    expect(ends(walk)).toBe('approved');
  });

  it('counts advice that is out as the word of whoever has asked for it, and an open question as nobody’s', () => {
    const lent = (seats: StepRecord['seats']) => ({ ...seats, 0: { ...seats[0]!, person: 'liu', lentBy: 'song' } });
    const beside = (seats: StepRecord['seats']) => withSigner(director, lent(seats), '0', { where: 'beside', ...signer });
    const walk = walked(beside, 'sun');
    expect(walk.left).toEqual({ own: ['song'], needed: 1, added: [] });
    expect(told(walk)).toEqual([
      ['director', ['liu'], true, 'advice'],
      ['director', ['sun'], true, 'signature'],
      ['director', ['song'], false, 'rule'],
    ]);
    expect(ends(walk)).toBe('approved');
    const question = walked((seats) => ({ ...seats, 1: { person: 'na', generation: 1, question: '0' } }));
    expect(question.left).toBeNull();
    expect(told(question)).toEqual([
      ['director', ['song'], true, 'rule'],
      ['director', ['na'], true, 'answer'],
    ]);
    expect(ends(question)).toBe('approved');
  });

  it('of several who sign, is how many of them are still needed', () => {
    const sign = { ...director, kind: 'countersign', rule: { by: 'number', of: 2 }, people: [{}], rejection: 'veto', abstention: 'as-no' };
    const seat = (person: string) => ({ person, generation: 1, group: 0 });
    const said = { ...seat('song'), vote: { answer: 'yes' } };
    const record = { status: 'open', generation: 1, seats: { 0: said, 1: seat('sun'), 2: seat('liu') } };
    expect(stillToSpeak(sign as unknown as HumanStep, record as unknown as StepRecord)).toEqual({
      own: ['sun', 'liu'],
      needed: 1,
      added: [],
    });
  });
});

describe('what is foreseen of a running request', () => {
  const ahead = (passes: number) => inOneGo(walkAhead(rehearsalOf(process), { ...runOf(ORDINARY, passes), directory, assume: {} })).steps;

  it('begins with the step where it stands, and is the same way that the preview named', () => {
    const whole = previewOf(ORDINARY).steps.map(({ step: id, people }) => [id, people]);
    for (const passes of [0, 1, 2, 3, 4]) {
      const found = ahead(passes);
      expect(found[0]?.current).toBe(true);
      expect(found.map(({ step: id, people }) => [id, people])).toEqual(whole.slice(passes));
    }
  });

  it('is what a preview of a returned request names, asked through again or straight back', () => {
    const { request } = runOf(ORDINARY, 2);
    const again = (resume: 'walk-again' | 'straight-back') => {
      const { state } = request;
      const director = { ...(state.context.steps['director'] as StepRecord), status: 'returned' as const };
      const steps = { ...state.context.steps, director };
      const context = { ...state.context, steps, returned: { by: 'director', to: 'requester', resume } };
      const returned: EngineRequest = { ...request, state: { ...state, value: 'returned', context } };
      const form = { amount: cny(12_300), inPlan: false };
      return inOneGo(preview(process, { returned, form, requesterId: 'na', directory, params: {}, choices: {} }));
    };
    const route = (found: ReturnType<typeof again>) => found.steps.map(({ step: id, people }) => `${id} ${people.join()}`);
    expect(route(again('walk-again'))).toEqual(route(previewOf(ORDINARY)));
    expect(again('walk-again').assumptions[0]).toMatchObject({ field: 'inPlan', value: true });
    expect(route(again('straight-back'))).toEqual(['director song', 'approval zheng', 'pay chen', 'tell zhang']);
    expect(again('straight-back').refusal).toBeNull();
  });

  it('goes on behind a list whoever is left on it: also people whose items are theirs, and not its owner’s', () => {
    const play = atList();
    const [post] = directory.positions;
    const unitId = play.context.requester?.unitId ?? post!.unitId;
    const staff = { ann: 'shop', ada: 'shop', bo: 'support', chen: 'store', mo: 'manager', boss: 'boss', req: 'clerk' };
    const [known] = Object.values(directory.people);
    const shop = {
      ...directory,
      units: { ...directory.units, [unitId]: { ...Object.values(directory.units)[0]!, id: unitId, path: [unitId] } },
      people: Object.fromEntries(Object.keys(staff).map((id) => [id, { ...known!, id, active: true }])),
      positions: Object.entries(staff).map(([id, role]) => ({ ...post!, id: `post-${id}`, personId: id, role, unitId })),
    };
    const way = () =>
      inOneGo(
        walkAhead(rehearsalOf(play.process), { request: play.request, form: play.form ?? {}, directory: shop, assume: {} }),
      ).steps.map(({ step: id, result }) => `${id} ${result}`);
    expect(way()).toEqual(['prepare seats', 'permit seats']);
    for (const item of ['cables', 'flowers']) expect(tick(play, 'ann', item)).toBeNull();
    expect(tick(play, 'ann', 'till', { photos: pictures('a', 'b') })).toBeNull();
    expect(openSeats(recordOf(play.context, 'prepare')).map(([, { person }]) => person)[0]).not.toBe('ann');
    expect(way()).toEqual(['prepare seats', 'permit seats']);
  });

  it('is nothing for a finished request', () => {
    expect(ahead(Infinity)).toEqual([]);
  });
});

describe('a preview', () => {
  it('names the people who then really get the request, whatever the amount, the plan and whoever asks', () => {
    const cases = fc.record({
      amount: fc.oneof(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 2_000_000 })),
      requester: fc.constantFrom('na', 'zhang', 'sun', 'zhou', 'zheng', 'gao', 'liu', 'song', 'chen'),
      inPlan: fc.boolean(),
    });
    fc.assert(
      fc.property(cases, (given) => {
        const found = previewOf(given);
        const otherwise = found.assumptions[0]?.alternatives[0];
        const { came } = runOf(given);
        const named = found.steps.filter(({ people }) => people.length > 0).map(({ step: id, people }) => [id, people]);
        if (given.inPlan || !otherwise) return expect(came).toEqual(named);
        const changed = otherwise.steps.filter(({ people }) => people.length > 0).map(({ step: id, people }) => [id, people]);
        expect(came).toEqual(expect.arrayContaining(changed));
        expect(came.map(([id]) => id)).not.toEqual(expect.arrayContaining(otherwise.dropped.length > 0 ? otherwise.dropped : ['none']));
      }),
      { numRuns: 60 },
    );
  });
});
