import { fc, notMet, Walk } from '../../../../test/support/seeded';
import { commandFrom } from '../operations/command-from';
import type { CommandBody } from '../request/command';
import type { Definition } from '../definition/definition.schema';
import type { HumanStep, PausingStep } from '../definition/step.schema';
import { canonicalJson } from '../digest/canonical-json';
import { advance } from '../engine/advance';
import { stepsApart, decidersOf, excludesRequester, mergeCandidates } from '../people/deciders';
import type { Money } from '../money/money';
import type { RequestContext, RequestState, StateValue } from '../request/request-state';
import { nextDeadline } from '../request/time/deadline';
import type { StepVerdict } from '../request/facts';
import { awaitingSteps, blockedOf, openSeats, phaseOf, recordOf, standingSteps } from '../request/standing';
import type { TransitionEvent } from '../request/transition';
import { isHuman, isPausing } from '../definition/flow';
import { RESUMES } from '../definition/steps/step-parts';
import { ownValue } from '../text/own-value';
import { routingValues } from '../form/routing-values';
import { grant } from './expense.fixture';
import { fold, Play, START } from './play.fixture';
import { loadedDice, type Dice } from './loaded-dice.fixture';
import { randomDefinition } from './random-definition.fixture';
import { TaskBook } from './task-book.fixture';

const PEOPLE = ['ann', 'bo', 'chen', 'dai', 'eve'];
const WILD = [
  'submit',
  'approve',
  'reject',
  'return',
  'withdraw',
  'undo',
  'resubmit',
  'resolve-again',
  'timer',
  'end-wait',
  'reopen',
  'revoke',
  'terminate',
] as const;
type Type = (typeof WILD)[number];

/** Commands that make sense where a request stands, the likely ones more often. */
const APT: Record<'draft' | 'step' | 'waiting' | 'blocked' | 'returned' | 'finished', Type[]> = {
  draft: ['submit'],
  step: ['approve', 'approve', 'approve', 'approve', 'approve', 'return', 'return', 'undo', 'undo', 'reject', 'reject', 'withdraw'],
  waiting: ['timer', 'timer', 'timer', 'end-wait', 'withdraw', 'undo', 'undo'],
  blocked: ['end-wait', 'resolve-again', 'resolve-again', 'undo', 'withdraw'],
  returned: ['resubmit', 'resubmit', 'resubmit', 'undo', 'withdraw'],
  finished: ['undo', 'undo', 'timer', 'reopen', 'revoke', 'revoke'],
};

const move = fc.record({
  wild: fc.integer({ min: 0, max: 4 }).map((number) => number === 0),
  pick: fc.nat(1_000),
  stranger: fc.constantFrom(null, null, null, null, 'ann', 'bo', 'chen', 'dai', 'eve'),
  to: fc.constantFrom('requester', 'previous', 'previous', 'step-0', 'step-1', 'step-2'),
  resume: fc.constantFrom(...RESUMES),
  amount: fc.integer({ min: 1, max: 10 }),
  flag: fc.constantFrom(true, false, null),
  comment: fc.constantFrom('', 'Because.', 'Because.', 'Because.'),
  seconds: fc.constantFrom(0, 0, 1, 11),
  knows: fc.boolean(),
  friend: fc.constantFrom(null, null, null, 'dai'),
  note: fc.constantFrom('', '', 'New.'),
  day: fc.constantFrom(null, '2026-03-03', '2026-03-03', '2026-03-04'),
});
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

function typeOf({ wild, pick }: Move, state: RequestState): Type {
  const phase = phaseOf(state);
  const { context } = state;
  const asked = phase === 'draft' || phase === 'returned' ? phase : standingSteps(context).length > 0 ? 'step' : 'waiting';
  const place = context.outcome ? 'finished' : blockedOf(context) ? 'blocked' : asked;
  const types = wild ? WILD : APT[place];
  return types[pick % types.length] as Type;
}

const form = ({ amount, friend, note, day }: Move) => ({
  amount: { minor: `${amount}00`, currency: 'CNY' },
  ...(friend ? { friend } : {}),
  ...(note ? { note } : {}),
  ...(day ? { day } : {}),
});

/** Until when a step waits: some seconds, past at times; a blank date stops it. */
function pausing(play: Play, { context }: RequestState, step: PausingStep, dice: Dice): StepVerdict {
  const at = new Date(START + (play.seconds - 2 + dice(12)) * 1_000).toISOString();
  const day = step.until.field === undefined ? undefined : ownValue(context.fields, step.until.field);
  if (day === null) return { kind: 'blocked', owners: ['eve'], reason: 'no-date' };
  return { kind: 'until', at, ...(typeof day === 'string' ? { day } : { from: at }) };
}

/** Says who sits where: nobody, somebody, several, the requester among them at times; merges where that is allowed. */
function seatAtRandom(play: Play, dice: Dice): void {
  play.resolver = (at, id) => {
    const step = play.process.steps[id];
    if (step && isPausing(step)) return pausing(play, at, step, dice);
    if (!step || !isHuman(step)) return { kind: 'seats', people: ['eve'] };
    const roll = dice(12);
    if (roll === 0) {
      return step.whenNobody === 'skip' ? { kind: 'skipped', reason: 'nobody' } : { kind: 'blocked', owners: ['eve'], reason: 'nobody' };
    }
    const [before] = mergeCandidates(step, at.context, play.process);
    if (before !== undefined && !step.authority && roll < 10) return { kind: 'merged', person: before };
    return { kind: 'seats', people: [...new Set([0, 1].map(() => PEOPLE[dice(PEOPLE.length)] as string))] };
  };
}

/** Who would send the command, were nobody up to anything. */
function senderOf(type: Type, play: Play, pick: number): string {
  if (type === 'undo') return play.context.undo.at(-1)?.person ?? 'ann';
  if (type === 'resolve-again' || type === 'end-wait' || type === 'terminate') return 'eve';
  const seats = openSeats(recordOf(play.context, stepAt(play, pick))).map(([, seat]) => seat);
  return type === 'approve' || type === 'reject' || type === 'return' ? (seats[pick % Math.max(seats.length, 1)]?.person ?? 'bo') : 'ann';
}

/** One of the steps where the request stands. */
function stepAt({ context, value }: Play, pick: number): string {
  const standing = standingSteps(context);
  return standing[pick % Math.max(standing.length, 1)] ?? value;
}

/** Steps that wait for a moment, or do not know it. */
function pausesOf(context: RequestContext): string[] {
  return [...awaitingSteps(context), ...standingSteps(context).filter((step) => recordOf(context, step)?.reason === 'no-date')];
}

function bodyOf(play: Play, each: Move, type: Exclude<Type, 'timer'>): CommandBody {
  const actor = each.stranger ?? senderOf(type, play, each.pick);
  const at = type === 'end-wait' ? (pausesOf(play.context)[0] ?? 'step-0') : stepAt(play, each.pick);
  const step = play.process.steps[at];
  const body = play.body(type, actor, { step: at, to: each.to, resume: each.resume, comment: each.comment, stance: 'against' });
  if (type === 'submit' || type === 'resubmit') return { ...body, form: form(each) };
  if (type === 'approve' && each.knows) body.again = true;
  return type === 'approve' && step && isHuman(step) && step.fields.write.length > 0 ? { ...body, fields: { flag: each.flag } } : body;
}

/** jest's own matchers take most of the time when they are asked a hundred thousand times. */
function must(what: string, holds: boolean): void {
  if (!holds) throw new Error(`Expected ${what}, but that does not hold`);
}

const same = (left: unknown, right: unknown) => canonicalJson(left) === canonicalJson(right);

/** A refused command is one that the machine does not take: one list of guards, asked in two ways. */
function asksTheSameGuards(play: Play, body: CommandBody): void {
  const command = commandFrom(play.process, body, 'probe', play.before(body.actor));
  let thrown = '';
  try {
    advance(play.process, play.request, command, { ...play.facts(body.actor), seats: {} });
  } catch (error) {
    thrown = (error as Error).message;
  }
  must('the machine to take no command that is refused', thrown.includes('does not take it'));
}

function standsWell(state: RequestState, book: TaskBook): void {
  const { context, value } = state;
  must('nothing to be needed at rest', !JSON.stringify(value).includes('arrive'));
  const seats = Object.values(context.steps).flatMap((step) => openSeats(step).map(([, { person }]) => person));
  must('the events to tell every open task', same([...book.open.values()].sort(), seats.sort()));
  const phase = phaseOf(state);
  if (context.outcome !== null) {
    must('a finished request to be without tasks', book.open.size === 0 && standingSteps(context).length === 0);
    must('a finished request to stand on its one outcome', phase === context.outcome || phase === 'closed');
    return;
  }
  const waits = nextDeadline(state) !== null;
  must('a live request to wait for somebody', book.open.size > 0 || blockedOf(context) !== null || phase === 'returned' || waits);
  must('a returned request to say who returned it', (phase === 'returned') === (context.returned !== null));
  must('what is remembered to stand where the machine stands', same(placesOf(value), standingPlaces(context)));
}

/** Where the machine waits, as `step open` or `step blocked`. */
function placesOf(value: StateValue): string[] {
  if (typeof value === 'string') return [];
  return Object.entries(value)
    .flatMap(([step, inside]) => {
      if (typeof inside !== 'string') return placesOf(inside);
      // Where a lane has ended it waits for the others, not for people.
      return inside.startsWith('@') ? [] : [`${step} ${inside}`];
    })
    .sort();
}

/** What the state keeps of the form is what the form says: else people are asked by values that nobody sees. */
function saysTheSame({ process, form, context }: Play): void {
  const surroundings = { requesterRoles: context.requester?.roles ?? [], params: context.params };
  must('form and state to say the same', same(routingValues(process, form ?? {}, surroundings), context.fields));
}

function standingPlaces(context: RequestContext): string[] {
  return [...standingSteps(context), ...awaitingSteps(context)].map((step) => `${step} ${recordOf(context, step)?.status ?? ''}`).sort();
}

interface Decided {
  before: RequestContext;
  body: CommandBody | null;
}

function decidedBy(play: Play, event: Extract<TransitionEvent, { type: 'task.decided' }>, { before, body }: Decided): void {
  const again = body?.again;
  const step = play.process.steps[event.step] as HumanStep;
  const { requester, beneficiary, fields } = before;
  must('nobody to decide their own request', !excludesRequester(step) || (event.person !== requester?.id && event.person !== beneficiary));
  const apart = stepsApart(Object.values(play.process.steps))[step.id] ?? [];
  must('distinct people', !apart.some((other) => decidersOf(recordOf(before, other)).includes(event.person)));
  const done = ownValue(before.doneBy ?? {}, event.step);
  must('what was carried out to be confirmed, never done once more unawares', event.decision !== 'approve' || !done || again === true);
  const limited = event.decision === 'approve' && step.authority?.amount !== undefined;
  must('nobody to approve above their limit', !limited || (event.person === 'bo' && BigInt((fields['amount'] as Money).minor) <= 500n));
}

/** Who decided was allowed to: no requester, no beneficiary, nobody twice where distinct people are asked, nobody above a limit. */
function decidedRightly(play: Play, decided: Decided): void {
  for (const event of play.events) {
    if (event.type === 'task.decided') decidedBy(play, event, decided);
    if (event.type === 'step.merged') must('no merge into the requester', event.person !== decided.before.requester?.id);
  }
}

function restores(before: RequestContext, undone: RequestContext): void {
  for (const key of [
    'returns',
    'returned',
    'walked',
    'formDigest',
    'written',
    'material',
    'fields',
    'outcome',
    'round',
    'carriedOut',
    'doneBy',
    'revoking',
  ] as const) {
    must(`an undo to restore ${key}`, same(undone[key] ?? null, before[key] ?? null));
  }
  const steps = (context: RequestContext) =>
    Object.entries(context.steps).map(([id, { status, seats }]) => [
      id,
      status,
      Object.values(seats).map(({ person, vote }) => [person, vote ?? null]),
    ]);
  must('an undo to restore every step with its words', same(steps(undone).sort(), steps(before).sort()));
}

/** Where an approval was revoked it ends as that and as nothing else, and nothing is touched that was decided before. */
function callsBack({ context, process }: Play, before: RequestContext): void {
  const { outcome, revoking } = context;
  must('a revocation to end as one', outcome === 'revoked' || (outcome === null && revoking !== undefined));
  const { standing } = process.structure;
  const walked = ({ steps }: RequestContext) =>
    Object.entries(steps).filter(([id]) => standing.has(id) && standing.get(id)?.compensates === undefined);
  must('a revocation to leave what was decided', same(walked(before), walked(context)));
}

/** Whether the undo took back the decision of that number. */
function takesBack(play: Play, n: number): boolean {
  return play.events.some((event) => event.type === 'decision.undone' && event.of === n);
}

interface Game {
  play: Play;
  book: TaskBook;
  /** The request's memory before the last command that was applied. */
  before: RequestContext | null;
}

function newGame(definition: Definition, dice: Dice): Game {
  const play = new Play(definition);
  seatAtRandom(play, dice);
  const pays = (person: string) => grant(person, 'no-limit', { kind: 'execute' });
  play.actors = Object.fromEntries(PEOPLE.map((person) => [person, { grants: [pays(person)] }]));
  play.actors['bo'] = { grants: [grant('bo', '500'), pays('bo')] };
  play.actors['eve'] = { grants: [pays('eve')], rights: ['requests.operate'] };
  return { play, book: new TaskBook(), before: null };
}

function turn({ play, book, before }: Game, each: Move): RequestContext | null {
  play.seconds += each.seconds;
  const { request } = play;
  const type = typeOf(each, request.state);
  const body = type === 'timer' ? null : bodyOf(play, each, type);
  const refused = body ? play.do(body.type, body.actor, body) : play.timer();
  if (refused) {
    must('a refused command to change nothing', play.request === request);
    if (body) asksTheSameGuards(play, body);
    return before;
  }
  must('one transition per command', play.request.n === request.n + 1);
  book.follow(play.events);
  standsWell(play.request.state, book);
  decidedRightly(play, { before: request.state.context, body });
  saysTheSame(play);
  if (request.state.context.revoking) callsBack(play, request.state.context);
  if (type === 'undo' && before && takesBack(play, request.n)) restores(before, play.context);
  return request.state.context;
}

function comesOutTheSame({ process, journal, request }: Play): void {
  must(
    'transitions to be numbered 1..n',
    journal.every(({ n }, index) => n === index + 1),
  );
  const folded = fold(process, journal);
  must('the fold to come out the same', same(folded, request) && folded.hash === request.hash);
  must('the state to be plain JSON', same(JSON.parse(JSON.stringify(folded.state)), folded.state));
}

/** Plays one request after the other until the moves are used up. */
function playAll(definition: Definition, moves: Move[], dice: Dice): Play[] {
  const games: Game[] = [];
  for (const each of moves) {
    let game = games.at(-1);
    if (game === undefined || game.play.value === 'closed') games.push((game = newGame(definition, dice)));
    game.before = turn(game, each);
  }
  return games.map(({ play }) => play);
}

const numbers = fc.array(fc.noBias(fc.nat(10_000)), { minLength: 97, maxLength: 97 });
const scenes = fc.tuple(numbers, fc.array(move, { minLength: 30, maxLength: 80 }));

/** What a run must have met, or it says nothing. */
const WORTH_MEETING: TransitionEvent['type'][] = [
  'decision.undone',
  'request.returned',
  'request.blocked',
  'request.unblocked',
  'step.merged',
  'step.skipped',
  'copy.sent',
  'lane.rejected',
  'lanes.settled',
  'request.finished',
  'request.closed',
  'loop.again',
  'pause.begun',
  'pause.over',
  'pause.ended',
  'request.reopened',
  'request.revoked',
];

describe('whatever anybody tries on whatever definition', () => {
  it('keeps the invariants of the engine after every command', () => {
    const walk = new Walk('invariants');
    let applied = 0;
    const met = new Set<string>();
    fc.assert(
      fc.property(scenes, ([rolls, moves]) => {
        const dice = loadedDice(rolls);
        for (const _each of moves) walk.step();
        for (const play of playAll(randomDefinition(dice, { waits: true, takenUp: true, compensates: true }), moves, dice)) {
          comesOutTheSame(play);
          applied += play.journal.length;
          play.journal.forEach(({ events }) => events.forEach(({ type }) => met.add(type)));
        }
      }),
      { endOnFailure: true, numRuns: walk.runs },
    );
    walk.wentFar();
    expect(applied).toBeGreaterThan(walk.runs * 5);
    expect(notMet(WORTH_MEETING, met)).toEqual([]);
  });
});
