import { isHuman } from '../definition/flow';
import { allowed } from '../engine/allowed';
import { operationOf } from '../operations/registry';
import { justBefore } from '../people/deciders';
import { stillEntitled } from '../people/resolve/resolve';
import { decidingSeats, namedFor, openSeats, recordOf } from '../request/standing';
import { OPERATOR, PEOPLE } from './company.fixture';
import { must } from './must.fixture';
import { peopleFor } from './oracle-people.fixture';
import { fold } from './play.fixture';
import { wrongOfSeveral } from './several-right.fixture';
import { ownAbove } from './walk-past.fixture';
import type { Scene } from './walk-scene.fixture';

function standsAsExpected({ actual, expected, asked, play }: Scene): void {
  const is = JSON.stringify(actual);
  must(`to ask ${JSON.stringify(expected)}, but the engine asks ${is}`, is === JSON.stringify(expected));
  if (asked?.refused?.code !== 'too-many-rounds') return;
  const step = play.process.steps[asked.body.step ?? ''];
  const most = step && isHuman(step) ? step.returns.maxRounds : undefined;
  must(`nobody to be kept from sending back in round ${expected.round}`, most !== undefined && expected.round >= most);
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

/** Throws where anybody is asked who should not be, or nobody who should, or nobody can go on. */
export function standsRight(scene: Scene): void {
  const { play, book } = scene;
  // Nobody counts anew before somebody looks.
  if (!scene.stale) scene.clocks.standsRight(play, scene.company.hours);
  if (scene.several) standsSomewhere(scene);
  else standsAsExpected(scene);
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
    if (record?.status !== 'passed' && record?.status !== 'merged') return [];
    const items = Object.values(record.items?.of ?? {}).flatMap(({ signed = [], waived }) => [...signed, ...(waived ? [waived] : [])]);
    // Whoever abstained, or was outvoted, has not decided it.
    const votes = Object.values(record.seats).flatMap(({ vote, actingFor }) =>
      vote?.answer === 'yes' ? [vote.person, ...(actingFor ? [actingFor] : [])] : [],
    );
    return [...votes, ...items.map(({ person }) => person)];
  });
  const given = {
    requester: 'ann',
    above: ownAbove(play.context.parent),
    amount: Number((play.context.fields['amount'] as { minor: string }).minor) / 100,
    friend: play.context.beneficiary,
    board: (play.context.fields['board'] ?? []) as string[],
    apart: new Set([...decided, ...(play.process.correctors[step.id] ?? []).flatMap((other) => play.context.editedBy?.[other] ?? [])]),
    passedOver: new Set(step.samePerson === 'superior' ? justBefore(step, play.context, play.process)?.people : []),
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

/** Throws where its journal comes to anything else. */
export function comesOutTheSame({ play }: Scene): void {
  const folded = fold(play.process, play.journal);
  must('the fold to come out the same', folded.hash === play.request.hash);
}
