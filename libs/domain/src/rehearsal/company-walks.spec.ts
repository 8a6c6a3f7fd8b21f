import { fc, runsOf } from '../../../../test/support/seeded';
import { isHuman } from '../definition/flow';
import type { Step } from '../definition/step.schema';
import { RESUMES, type Resume } from '../definition/steps/step-parts';
import { allowed } from '../engine/allowed';
import { commandFrom } from '../operations/command-from';
import { operationOf } from '../operations/registry';
import { stillEntitled } from '../people/resolve';
import type { CommandBody } from '../request/command';
import type { FormValues } from '../request/request-state';
import { awaitingSteps, decidingSeats, namedFor, openSeats, phaseOf, recordOf, standingSteps } from '../request/standing';
import { APT, rules, type Asked } from './company-moves.fixture';
import {
  APT_OF_SEVERAL,
  broughtBySeveral,
  linesOf,
  ownActOf,
  senderOfSeveral,
  stepsOfSeveral,
  type SeveralAct,
} from './several-moves.fixture';
import { changedCompany, company, directoryOf, OPERATOR, PEOPLE, type Company } from './company.fixture';
import { Oracle } from './oracle.fixture';
import { WORTH_MEETING, type Expected, type Past } from './oracle-past.fixture';
import { peopleFor } from './oracle-people.fixture';
import type { TransitionEvent } from '../request/transition';
import { OutsideNews } from './outside-news.fixture';
import { fold, Play, START } from './play.fixture';
import { loadedDice, type Dice } from './loaded-dice.fixture';
import { randomDefinition } from './random-definition.fixture';
import { wrongOfSeveral } from './several-right.fixture';
import { storyOf, wordsOf } from './story.fixture';
import { TaskBook } from './task-book.fixture';

const PARAMETERS = { switch: true };

const move = fc.record({
  pick: fc.nat(999),
  who: fc.nat(999),
  stranger: fc.constantFrom(false, false, false, false, false, true),
  to: fc.nat(999),
  resume: fc.constantFrom(...RESUMES),
  amount: fc.integer({ min: 1, max: 10 }),
  friend: fc.constantFrom(null, null, null, 'dai'),
  flag: fc.constantFrom(true, false, null),
  note: fc.constantFrom('', '', '', 'New.'),
  rolls: fc.noShrink(fc.array(fc.nat(9_999), { minLength: 3, maxLength: 3 })),
});
type Move = typeof move extends fc.Arbitrary<infer T> ? T : never;

/** One request in one company, everything that happened to it, and the same as a story. */
class Scene {
  readonly play: Play;
  readonly past: Past[] = [];
  readonly told: string[] = [];
  readonly book = new TaskBook();
  readonly outside: OutsideNews;
  /** Something has changed in the company, and nobody has looked since whom it concerns. */
  stale = false;

  constructor(
    dice: Dice,
    public company: Company,
    /** Some steps are done by several; the oracle knows none of these. */
    readonly several = false,
  ) {
    this.play = new Play(randomDefinition(dice, { rules, waits: true, outside: true, takenUp: true, several }));
    this.outside = new OutsideNews(this.play);
    this.play.actors = { [OPERATOR]: { rights: ['requests.operate', 'requests.assign', 'requests.override'] } };
    this.play.directory = directoryOf(company, this.now);
  }

  get now(): string {
    return new Date(START + this.play.seconds * 1_000).toISOString();
  }

  get place(): keyof typeof APT {
    const { state } = this.play.request;
    const phase = phaseOf(state);
    if (state.context.outcome !== null) return 'finished';
    if (state.context.poisoned !== null) return 'stopped';
    if (state.context.suspendedAt !== undefined) return 'suspended';
    if (phase === 'draft' || phase === 'returned') return phase;
    if (this.play.blocked) return 'blocked';
    return this.actual.asked.length > 0 ? 'open' : 'waiting';
  }

  /** What the engine asks of whom. */
  get actual(): Expected {
    const { state } = this.play.request;
    const standing = standingSteps(state.context).sort((left, right) => left.localeCompare(right));
    const isOpen = (step: string) => recordOf(state.context, step)?.status === 'open';
    const people = (step: string) => [...new Set(openSeats(recordOf(state.context, step)).map(([, { person }]) => person))].sort();
    return {
      asked: standing.filter(isOpen).map((step) => ({ step, people: people(step) })),
      stuck: standing.filter((step) => !isOpen(step)),
      waits: awaitingSteps(state.context).sort((left, right) => left.localeCompare(right)),
      returned: phaseOf(state) === 'returned',
      outcome: state.context.outcome,
    };
  }

  get expected(): Expected {
    return Oracle.tell(this.play.process.definition, PARAMETERS, this.past);
  }
}

/** One of the steps where the request stands: of those that are stuck where somebody is to be named, of those that ask nobody where that is over. */
function stepOf(act: SeveralAct, { actual, play, several }: Scene, { who }: Move): string {
  const { asked, stuck, waits } = actual;
  const unasked = [...stuck, ...waits];
  const alone: Partial<Record<SeveralAct, string[]>> = { assign: stuck, 'call-again': stuck, 'end-wait': unasked };
  const open = asked.map(({ step }) => step);
  const steps = alone[act] ?? [...(several ? stepsOfSeveral(act, play, open) : open), ...(act === 'jump' ? unasked : stuck)];
  return steps[who % Math.max(steps.length, 1)] ?? play.value;
}

function senderOf(act: SeveralAct, scene: Scene, each: Move): string {
  const { play } = scene;
  const { who, stranger } = each;
  const one = scene.several ? senderOfSeveral(act, play, { step: stepOf(act, scene, each), who }) : null;
  if (one !== null) return one;
  if (act === 'submit') return 'ann';
  if (stranger) return PEOPLE[who % PEOPLE.length] as string;
  if (act === 'undo' || act === 'take-back')
    return play.context.undo.at(-1 - (who % 2))?.person ?? play.context.undo.at(-1)?.person ?? 'ann';
  if (act === 'company' || act === 'review' || act === 'stop' || act === 'outside') return 'ann';
  const { scope } = operationOf(act);
  if (scope === 'operator') return OPERATOR;
  const all = openSeats(recordOf(play.context, stepOf(act, scene, each)));
  if (act === 'recall') return all.find(([, { lentBy }]) => lentBy !== undefined)?.[1].lentBy ?? 'bo';
  if (scope !== 'task') return 'ann';
  const apt = all.filter(([, { lentBy, question }]) => (act === 'advise' ? lentBy : act === 'answer' ? question : true) !== undefined);
  const seats = apt.length > 0 ? apt : all;
  return seats[who % Math.max(seats.length, 1)]?.[1].person ?? 'bo';
}

/** Any place that the process names; some of them are none where the request stands. */
function targetOf(scene: Scene, each: Move): string {
  const { to } = each;
  const step = scene.play.process.steps[stepOf('return', scene, each)];
  const targets = step && isHuman(step) ? [...step.returns.to, ...step.returns.to.filter((each) => each.startsWith('step-'))] : [];
  return targets[to % Math.max(targets.length, 1)] ?? 'requester';
}

/** What is written where the step writes something, and corrected where it may be, half the time. */
function broughtBy(step: Step | undefined, { flag, amount, note, pick }: Move): { fields?: FormValues } {
  if (step === undefined || !isHuman(step)) return {};
  const { write, edit = [] } = step.fields;
  const written = { ...(write.includes('flag') ? { flag } : {}), ...(write.includes('minutes') ? { minutes: 'Agreed.' } : {}) };
  const edits = { amount: { amount: String(amount), currency: 'CNY' }, note };
  const corrected = pick % 2 === 0 ? Object.entries(edits).filter(([key]) => edit.includes(key)) : [];
  const fields = { ...written, ...Object.fromEntries(corrected) };
  return Object.keys(fields).length > 0 ? { fields } : {};
}

function bodyOf(act: Exclude<SeveralAct, 'company' | 'review' | 'stop' | 'outside'>, scene: Scene, each: Move): CommandBody {
  const { play } = scene;
  const at = stepOf(act, scene, each);
  const step = play.process.steps[at];
  const seats = decidingSeats(recordOf(play.context, at));
  const form = {
    amount: { minor: `${each.amount}00`, currency: 'CNY' },
    ...(each.friend ? { friend: each.friend } : {}),
    ...(each.note ? { note: each.note } : {}),
    ...(scene.several ? linesOf(each) : {}),
  };
  return play.body(act, senderOf(act, scene, each), {
    step: at,
    comment: 'Because.',
    stance: 'for',
    to: act === 'jump' ? `step-${each.to % play.process.order.length}` : targetOf(scene, each),
    resume: each.resume as Resume,
    ...(act === 'submit' || act === 'resubmit' || act === 'correct' ? { form } : {}),
    ...(act === 'approve' ? broughtBy(step, each) : {}),
    ...(Object.hasOwn(operationOf(act).body.shape, 'person') ? { person: PEOPLE[each.to % PEOPLE.length] as string } : {}),
    ...(scene.several ? broughtBySeveral(act, play, { step: at, each }) : {}),
    ...(act === 'reassign' ? { from: seats[each.pick % Math.max(seats.length, 1)]?.[1].person ?? 'bo' } : {}),
  });
}

/** The same, as the oracle hears of it. */
function pastOf(act: Asked, body: CommandBody, { company: now, play }: Scene, each: Move): Past {
  const head = { by: body.actor, company: now };
  const of = play.events.find((event) => event.type === 'decision.undone')?.of ?? 0;
  const step = body.step ?? '';
  const { amount, friend, note } = each;
  switch (act) {
    case 'submit':
    case 'resubmit':
    case 'correct':
      return { ...head, what: act, amount, friend, note };
    case 'approve':
      return {
        ...head,
        what: act,
        step,
        flag: body.fields && 'flag' in body.fields ? each.flag : undefined,
        amount: body.fields && 'amount' in body.fields ? amount : undefined,
        note: body.fields && 'note' in body.fields ? note : undefined,
      };
    case 'abstain':
    case 'leave-out':
    case 'override':
    case 'reject':
    case 'advise':
    case 'answer':
    case 'recall':
      return { ...head, what: act, step };
    case 'undo':
    case 'take-back':
      return { ...head, what: 'undo', of };
    case 'jump':
      return { ...head, what: act, to: body.to ?? '' };
    case 'return':
      return { ...head, what: act, step, to: body.to ?? '', resume: each.resume };
    case 'assign':
    case 'transfer':
    case 'consult':
    case 'ask':
      return { ...head, what: act, step, person: body.person ?? '' };
    case 'reassign':
      return { ...head, what: act, step, person: body.person ?? '', from: body.from ?? '' };
    case 'call-again':
    case 'end-wait':
      return { ...head, what: act, step };
    case 'claim':
    case 'release':
    case 'timer' as never:
      throw new Error(`Expected no walk to ${act}`);
    case 'resolve-again':
      return { ...head, what: 'look-again' };
    case 'directory.changed':
      return { ...head, what: 'directory' };
    case 'decide-rows':
      throw new Error('Expected no table in a random definition');
    case 'tick':
    case 'untick':
    case 'waive':
      throw new Error(`Expected no checklist in a random definition, but met ${act}`);
    case 'start-child':
    case 'call.ended':
    case 'child.ended':
    case 'parent.ended':
      throw new Error(`Expected nobody to press ${act}`);
    default:
      return { ...head, what: act };
  }
}

function review(scene: Scene, each: Move): void {
  const { play } = scene;
  const body: CommandBody = { type: 'directory.changed', requestId: 'request-1', actor: 'system', cause: { change: 'import', by: null } };
  const before = play.before('system');
  const command = commandFrom(play.process, body, `review-${play.request.n}`, before);
  const refused = scene.place === 'stopped' ? null : play.ask({ command, body: null, before });
  if (refused === null && scene.place !== 'stopped') took(scene, 'directory.changed', body, each);
  scene.told.push(`  everybody is looked for again${refused ? ': nothing changes' : ''}`);
  scene.stale = scene.place === 'stopped';
}

function took(scene: Scene, act: CommandBody['type'], body: CommandBody, each: Move): void {
  if (!scene.several) scene.past.push(pastOf(act as Asked, body, scene, each));
  scene.book.follow(scene.play.events);
  scene.outside.follow();
}

/** A moment comes, another system answers, another request says what has come of it. */
function fromOutside(scene: Scene, { to, amount }: Move): void {
  const { play, company: now } = scene;
  const came = scene.outside.comes(to, amount);
  play.directory = directoryOf(now, scene.now);
  scene.told.push(`  ${came?.said ?? 'nothing comes'}`);
  if (!came?.past) return;
  if (!scene.several) scene.past.push({ by: 'system', company: now, ...came.past } as Past);
  scene.book.follow(play.events);
  scene.outside.follow();
}

function turn(scene: Scene, each: Move): void {
  const acts: readonly SeveralAct[] = (scene.several ? APT_OF_SEVERAL : APT)[scene.place];
  const drawn = acts[each.pick % acts.length] as SeveralAct;
  const asked = scene.several ? scene.actual.asked : [];
  const act = ownActOf(scene.play.process.steps[asked[each.who % Math.max(asked.length, 1)]?.step ?? ''], each) ?? drawn;
  if (act === 'company') {
    const { company: next, said } = changedCompany(scene.company, loadedDice(each.rolls));
    scene.company = next;
    scene.play.directory = directoryOf(next, scene.now);
    scene.stale = true;
    scene.told.push(`  ${said}`);
    if (each.who % 4 > 0) review(scene, each);
  } else if (act === 'review') review(scene, each);
  else if (act === 'outside') fromOutside(scene, each);
  else if (act === 'stop') {
    scene.play.block('a guard threw');
    if (!scene.several) scene.past.push({ by: 'system', company: scene.company, what: 'stop' });
    scene.book.follow(scene.play.events);
    scene.told.push('  the request is stopped');
  } else {
    const body = bodyOf(act, scene, each);
    const { request } = scene.play;
    const refused = scene.play.do(act, body.actor, body);
    scene.told.push(`  ${wordsOf(act, body, refused)}`);
    if (refused === null) {
      const { length } = scene.past;
      took(scene, act, body, each);
      // Whoever is asked again is so by the company of then: it is looked at once more.
      if (act === 'undo' && (scene.several || length > (scene.past.at(-1) as Extract<Past, { what: 'undo' }>).of)) review(scene, each);
    } else must('a refused command to change nothing', scene.play.request === request);
  }
}

function must(what: string, holds: boolean): void {
  if (!holds) throw new Error(`Expected ${what}`);
}

function standsAsTold({ actual, expected }: Scene): void {
  const is = JSON.stringify(actual);
  must(`to ask ${JSON.stringify(expected)}, but the engine asks ${is}`, is === JSON.stringify(expected));
}

/** Whatever has not ended waits for somebody or for something, and nobody has a task of what has. */
function standsSomewhere({ actual: { asked, stuck, waits, returned, outcome }, place, play }: Scene): void {
  const wrong = wrongOfSeveral(play);
  must(wrong ?? '', wrong === null);
  const live = asked.length + stuck.length + waits.length;
  if (outcome !== null) must('what has ended to wait for nothing', live === 0);
  else
    must('what has not ended to wait for somebody or something', live > 0 || returned || ['draft', 'stopped', 'suspended'].includes(place));
}

function standsRight(scene: Scene): void {
  const { play, book } = scene;
  if (scene.several) standsSomewhere(scene);
  else standsAsTold(scene);
  const seats = Object.values(play.context.steps).flatMap((record) => openSeats(record).map(([, { person }]) => person));
  must('the events to tell every open task', JSON.stringify([...book.open.values()].sort()) === JSON.stringify(seats.sort()));
  if (scene.stale) return;
  everybodyMay(scene);
  somebodyCan(scene);
}

/** Nobody has a task that is none of theirs any more. */
function everybodyMay(scene: Scene): void {
  if (scene.play.context.poisoned !== null) return;
  for (const { step } of scene.actual.asked) everybodyMayDecide(step, scene);
}

function everybodyMayDecide(id: string, { play, company: now }: Scene): void {
  const step = play.process.steps[id];
  if (!step || !isHuman(step)) throw new Error(`Expected ${id} to be decided by people`);
  // Whom a step of several asks is told by walks of its own.
  if (!('assignee' in step) || step.kind === 'checklist') return;
  const { apart } = play.process;
  const decided = (apart[step.id] ?? []).flatMap((other) => {
    const record = recordOf(play.context, other);
    const said = record?.status === 'passed' || record?.status === 'merged' ? Object.values(record.seats) : [];
    // Whoever abstained, or was outvoted, has not decided it.
    return said.flatMap(({ vote, actingFor }) => (vote?.answer === 'yes' ? [vote.person, ...(actingFor ? [actingFor] : [])] : []));
  });
  const given = {
    requester: 'ann',
    amount: Number((play.context.fields['amount'] as { minor: string }).minor) / 100,
    friend: play.context.beneficiary,
    apart: new Set([...decided, ...(play.process.correctors[step.id] ?? []).flatMap((other) => play.context.editedBy?.[other] ?? [])]),
    named: namedFor(play.context, step.id),
  };
  const fit = peopleFor(step, now, given);
  for (const [, { person, from, lentBy, actingFor, addedBy }] of decidingSeats(recordOf(play.context, step.id))) {
    if (addedBy !== undefined) continue;
    const decides = lentBy ?? person;
    const fits = (from ?? actingFor) === undefined ? fit : peopleFor(step, now, { ...given, named: decides });
    must(`${decides} to be somebody who may decide ${step.id}`, fits.has(decides));
    if (actingFor === undefined) continue;
    must(
      `${decides} to stand in for somebody who is away and may decide ${step.id}`,
      now.away[actingFor] !== undefined && fit.has(actingFor),
    );
  }
}

/** Somebody who is there can do something about every request that has not ended. */
function somebodyCan(scene: Scene): void {
  const { actual, play, company: now, place } = scene;
  if (place === 'finished' || place === 'draft') return;
  const { state } = play.request;
  const can = (person: string): boolean => {
    if (!now.active[person]) return false;
    const at = { now: scene.now, today: scene.now.slice(0, 10), requesterUnitPath: ['hq', 'ops', 'shop'] };
    return allowed(play.process, state, play.actor(person), at).some(({ command, step, refusal }) => {
      const entitled =
        step === null || operationOf(command).scope !== 'task' || stillEntitled(play.process, state, { step, person }, play.directory!);
      return refusal === null && entitled && !['undo', 'take-back', 'urge'].includes(command) && (person !== OPERATOR || place !== 'open');
    });
  };
  const people = place === 'open' ? actual.asked.flatMap((each) => each.people) : [...PEOPLE, OPERATOR];
  must(`somebody to be able to go on (${place})`, people.some(can));
}

function comesOutTheSame({ play }: Scene): void {
  const folded = fold(play.process, play.journal);
  must('the fold to come out the same', folded.hash === play.request.hash);
}

/** Not made smaller where something fails: what matters then are fewer moves, in the same company. */
const numbers = fc.noShrink(fc.array(fc.nat(10_000), { minLength: 97, maxLength: 97 }));

/** Requests per run: enough to have found every mistake that ten times as many found, in a few seconds. */
const RUNS = runsOf(200);

/** Walks so many requests, each after the other, and says what was met. */
function walked(runs: number, several: boolean): Set<string> {
  const met = new Set<string>();
  const meet = (scene: Scene): void => {
    for (const { what } of scene.past) met.add(what);
    for (const { events } of scene.play.journal) for (const { type } of events) met.add(type);
  };
  fc.assert(
    fc.property(numbers, fc.array(move, { minLength: 1, maxLength: 60, size: 'max' }), (rolls, moves) => {
      const dice = loadedDice(rolls);
      let scene = new Scene(dice, company(dice), several);
      try {
        for (const each of moves) {
          // What has ended may be taken back for a moment, or taken up again; then the next request begins.
          if (scene.place === 'finished' && each.who % 3 === 0) {
            comesOutTheSame(scene);
            meet(scene);
            scene = new Scene(dice, company(dice), several);
          }
          turn(scene, each);
          standsRight(scene);
        }
        comesOutTheSame(scene);
      } catch (error) {
        throw new Error(`${(error as Error).message}\n\n${storyOf(scene)}`, { cause: error });
      }
      meet(scene);
    }),
    {
      endOnFailure: true,
      numRuns: runs,
      reporter({ failed, seed, counterexamplePath, errorInstance }) {
        if (failed) throw new Error(`Seed ${seed}, path ${counterexamplePath}: ${(errorInstance as Error).message}`);
      },
    },
  );
  return met;
}

/** What a run of steps that several do must have met. */
const WORTH_MEETING_OF_SEVERAL: TransitionEvent['type'][] = [
  'item.ticked',
  'item.unticked',
  'item.waived',
  'rows.decided',
  'child.begun',
  'children.started',
  'child.ended',
  'signer.beside',
  'request.reopened',
  'request.revoked',
  'request.suspended',
];

describe('whatever happens to a request and in its company', () => {
  it('asks exactly those whom the story so far says, and never leaves it where nobody can move it', () => {
    const met = walked(RUNS, false);
    expect([...WORTH_MEETING, 'loop.again'].filter((each) => !met.has(each))).toEqual([]);
  });

  it('never leaves it where nobody can move it where several do their part: lists, meetings, rows, signatures, requests for each row', () => {
    const met = walked(Math.ceil(RUNS / 2), true);
    expect(WORTH_MEETING_OF_SEVERAL.filter((each) => !met.has(each))).toEqual([]);
  });
});
