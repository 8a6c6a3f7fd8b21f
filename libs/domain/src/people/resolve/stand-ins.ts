import { isHuman } from '../../definition/flow';
import { kindOf, type HumanStep } from '../../definition/step.schema';
import type { Seat } from '../../request/request-state';
import { deciderOf, recordOf, sittingSeats } from '../../request/standing';
import { ownValue } from '../../text/own-value';
import type { Candidate, StandIn } from '../derivation';
import type { Absence, Directory } from '../directory';
import { namedCandidate, type AskedPerson } from './holders';
import { holderOf, postsAbove, postsOf } from '../posts';
import type { ResolutionCase } from '../resolution-case';

/** The absence of somebody at the directory's moment, as far as it concerns a process; null where they are there. Pure. */
export function absenceOf({ absences }: Pick<Directory, 'absences'>, person: string, process: string): Absence | null {
  return absences?.find((each) => each.person === person && (each.processes?.includes(process) ?? true)) ?? null;
}

/**
 * Who may sign for somebody who is away, in the order in which they are asked: the stand-in, then whoever is above the person who is away. None where
 * they are there. People who are away themselves are left out: nobody stands in for a stand-in. Pure.
 */
export function substitutesOf(person: string, around: Pick<ResolutionCase, 'directory' | 'definition'>): string[] {
  const { directory, definition } = around;
  const isThere = (each: string): boolean =>
    ownValue(directory.people, each)?.active === true && absenceOf(directory, each, definition.key) === null;
  return namedAndAbove(person, around).filter(isThere);
}

/** Whoever was named to stand in for somebody, then whoever is above that one; nobody where they are there. */
function namedAndAbove(person: string, { directory, definition }: Pick<ResolutionCase, 'directory' | 'definition'>): string[] {
  const absence = absenceOf(directory, person, definition.key);
  if (absence === null) return [];
  const above = postsAbove(directory, postsOf(directory, person)[0] ?? null).flatMap((post) => holderOf(post) ?? []);
  return [...new Set([absence.standIn, ...above])].filter((each) => each !== person);
}

/**
 * Who decides on the places of a step while people are away. Somebody takes a place only if they may decide the step themselves, by their own authority
 * and its limit, as the person who is away may by theirs: so an absence never lets anybody sign what one of the two could not. Where nobody may, the
 * place waits for its person. Nobody gets a second place of those who sign together; where one word is enough, whoever is asked already is enough.
 * A word that was given for somebody stands when they are back. Pure.
 */
export function withStandIns(places: readonly AskedPerson[], around: ResolutionCase): AskedPerson[] {
  if (!around.directory.absences?.length && seatsActed(around).length === 0) return [...places];
  const taken = new Set(places.map(({ person }) => person));
  return places.flatMap((place): AskedPerson[] => {
    const spoken = seatsActed(around).find((seat) => seat.actingFor === place.person && (seat.group ?? 0) === place.group && seat.vote);
    if (spoken) return [{ ...place, person: spoken.person, actingFor: place.person }];
    return isSettled(place, around) ? [place] : taking(place, taken, around);
  });
}

/** One place, with whoever takes it; none where somebody who is asked already is enough. */
function taking(place: AskedPerson, taken: Set<string>, around: ResolutionCase): AskedPerson[] {
  const kind = kindOf(around.step as HumanStep);
  const signTogether = kind.groups !== undefined || kind.list !== undefined;
  for (const person of substitutesOf(place.person, around)) {
    if (namedCandidate(person, around)?.removed !== null) continue;
    if (taken.has(person)) {
      if (signTogether) continue;
      return [];
    }
    taken.add(person);
    return [{ ...place, person, actingFor: place.person }];
  }
  return [place];
}

/** Who takes whose place, as a derivation keeps it. Pure. */
export function standInsAmong(places: readonly AskedPerson[], around: ResolutionCase): StandIn[] {
  const { directory, definition, step } = around;
  if (!isHuman(step)) return [];
  return places.flatMap(({ person, actingFor }): StandIn[] => {
    if (actingFor === undefined) return [];
    const absence = absenceOf(directory, actingFor, definition.key);
    const limit = namedCandidate(person, around)?.limit;
    const line = namedAndAbove(actingFor, around);
    const passed = line.slice(0, Math.max(0, line.indexOf(person))).flatMap((each) => passedCandidate(each, around) ?? []);
    return [
      {
        ...{ person, absent: actingFor, until: absence?.until ?? null, named: absence?.standIn === person },
        ...(limit !== undefined && { limit }),
        ...(passed.length > 0 && { passed }),
      },
    ];
  });
}

/** Why somebody who comes before whoever stands in does not. */
function passedCandidate(person: string, around: ResolutionCase): Candidate | null {
  const found = namedCandidate(person, around);
  if (found === null || found.removed !== null) return found;
  const isAway = absenceOf(around.directory, person, around.definition.key) !== null;
  return { ...found, removed: { code: isAway ? 'is-away' : 'asked-already', params: {} } };
}

function seatsActed({ context, step }: ResolutionCase): Seat[] {
  return sittingSeats(recordOf(context, step.id)).filter(({ actingFor }) => actingFor !== undefined);
}

/** Whether a person has had their say on the place, or it was given to them by somebody and by no rule. */
function isSettled({ person, group }: AskedPerson, { context, step }: ResolutionCase): boolean {
  return sittingSeats(recordOf(context, step.id)).some(
    (seat) =>
      deciderOf(seat) === person &&
      (seat.group ?? 0) === group &&
      seat.addedBy === undefined &&
      (seat.vote !== undefined || seat.from !== undefined),
  );
}

/** Whether somebody still stands in for another: that one is away, and nothing but authority, which guards ask for, is in the way. Pure. */
export function standsIn(seat: { person: string; actingFor: string }, around: ResolutionCase): boolean {
  if (!substitutesOf(seat.actingFor, around).includes(seat.person)) return false;
  const removed = namedCandidate(seat.person, around)?.removed;
  return removed === null || removed === undefined || !OWN_MATTER.has(removed.code);
}

const OWN_MATTER: ReadonlySet<string> = new Set([
  'is-requester',
  'asks-above',
  'is-beneficiary',
  'own-authority',
  'benefits-above',
  'corrected-it',
  'decided-before',
  'decided-just-before',
  'inactive',
]);
