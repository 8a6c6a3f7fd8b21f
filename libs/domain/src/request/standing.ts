import { ownValue } from '../text/own-value';
import { itemWordsOf } from './items/items';
import type { Done, Phase, RequestContext, RequestState, Seat, StateValue, StepRecord, Undoable, UndoPatch, Vote } from './request-state';
import { DROPPED, LATE } from './steps/step-waits';

/** Where a request stands and why nobody can move it in the ordinary way. */
export interface Blocked {
  kind: 'no-approver' | 'poisoned';
  step: string;
  owners: string[];
  reason: string;
}

/** In which part of its life a request is; `walk` while steps are asked. Pure. */
export function phaseOf({ value }: Pick<RequestState, 'value'>): Phase {
  return (typeof value === 'string' ? value : (Object.keys(value)[0] ?? 'draft')) as Phase;
}

/** What is remembered of a step; undefined where the walk has not come to it. Pure. */
export function recordOf({ steps }: Pick<RequestContext, 'steps'>, step: string): StepRecord | undefined {
  return ownValue(steps, step);
}

/** Two names, whichever way the keys of a state were written down: a database keeps no order of theirs. */
function byName(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Steps where the walk stands: open, or blocked for want of people; in the order in which they were opened, those opened at once by name. Pure. */
export function standingSteps({ steps }: Pick<RequestContext, 'steps'>): string[] {
  const standing = Object.entries(steps).filter(([, { status }]) => status === 'open' || status === 'blocked');
  return standing.sort(([one, left], [other, right]) => left.generation - right.generation || byName(one, other)).map(([step]) => step);
}

/** Steps that wait for anything: for people, for somebody to find them, for a moment. Whoever leaves them leaves nothing behind that still waits. Pure. */
export function unsettledSteps({ steps }: Pick<RequestContext, 'steps'>): string[] {
  return Object.keys(steps).filter((step) => ['open', 'blocked', 'waiting'].includes(ownValue(steps, step)?.status ?? ''));
}

/** Steps that wait for no people: for other requests, for a moment; by name. Pure. */
export function awaitingSteps({ steps }: Pick<RequestContext, 'steps'>): string[] {
  return Object.keys(steps)
    .filter((step) => ownValue(steps, step)?.status === 'waiting')
    .sort();
}

/** Whether a request wants what it asks of other systems: it goes on or was approved, and nothing of that is called back. Pure. */
export function wantsCalls({ outcome, revoking }: Pick<RequestContext, 'outcome' | 'revoking'>): boolean {
  return (outcome ?? 'approved') === 'approved' && revoking === undefined;
}

/** Whether what a step has asked of another system was given up, and the walk has gone on without it: nobody waits for it, and it was not done. Pure. */
export function isLeftUndone(record: StepRecord | undefined): boolean {
  const { failed, ended } = record?.call ?? {};
  return record?.status === 'passed' && failed !== undefined && failed !== DROPPED && failed !== LATE && ended !== true;
}

/** Steps of which that is so, by name. Pure. */
export function stepsLeftUndone({ steps }: Pick<RequestContext, 'steps'>): string[] {
  return Object.keys(steps)
    .filter((step) => isLeftUndone(ownValue(steps, step)))
    .sort();
}

function restingAt(value: StateValue): string[] {
  return typeof value === 'string' ? [] : Object.entries(value).flatMap(([name, part]) => [name, ...restingAt(part)]);
}

/** Steps that wait though the walk has gone back before them: it comes to them again. None outside the walk. Pure. */
export function leftBehind({ value, context }: Pick<RequestState, 'value' | 'context'>): string[] {
  if (phaseOf({ value }) !== 'walk') return [];
  const waiting = unsettledSteps(context);
  if (waiting.length < 2) return [];
  const here = new Set(restingAt(value));
  return waiting.filter((step) => !here.has(step));
}

/** The step where a request stands, the first one opened where it stands at several; null at none. Pure. */
export function standingStep({ context }: Pick<RequestState, 'context'>): string | null {
  return standingSteps(context)[0] ?? null;
}

/** Whom an operator has named for a step, as long as it waits: whoever is asked anew later is found by the rules. Null where nobody was named. Pure. */
export function namedFor(context: Pick<RequestContext, 'steps'>, step: string): string | null {
  const record = recordOf(context, step);
  return record?.status === 'open' || record?.status === 'blocked' ? (record.assigned ?? null) : null;
}

/** Seats of a step that wait for their person's word, by seat; those whose turn has not come are left out. Pure. */
export function openSeats(record: StepRecord | undefined): [string, Seat][] {
  return record?.status === 'open' ? Object.entries(record.seats).filter(([, { vote, waits }]) => vote === undefined && !waits) : [];
}

/** Seats of a step that waits for words, or for people beside those who have given theirs. Pure. */
export function sittingSeats(record: StepRecord | undefined): Seat[] {
  const sits = record?.status === 'open' || (record?.status === 'blocked' && record.keeps === true);
  return record && sits ? Object.values(record.seats) : [];
}

/** Those of them whose people decide, or will once they have the seat back; who was only asked something is left out. Pure. */
export function decidingSeats(record: StepRecord | undefined): [string, Seat][] {
  return openSeats(record).filter(([, { question }]) => question === undefined);
}

/** Those of them that the step's own rules found: one of them can be claimed, whoever was asked to sign besides keeps theirs. Pure. */
export function claimableSeats(record: StepRecord | undefined): [string, Seat][] {
  return decidingSeats(record).filter(([, { addedBy }]) => addedBy === undefined);
}

/** Who decides on a seat: its person, or whoever lent it to them for advice. Pure. */
export function deciderOf({ person, lentBy }: Pick<Seat, 'person' | 'lentBy'>): string {
  return lentBy ?? person;
}

/** The open seat that a person has on a step; of which opening and which of several, if that is said. Undefined where they have none. Pure. */
export function seatOf(
  context: Pick<RequestContext, 'steps'>,
  { step, person, generation, seat: named }: { step: string; person: string; generation?: number | null; seat?: number | undefined },
): [string, Seat] | undefined {
  return openSeats(recordOf(context, step)).find(
    ([name, seat]) =>
      seat.person === person &&
      (generation === undefined || seat.generation === generation) &&
      (named === undefined || name === String(named)),
  );
}

/** A step without the seats of those who sign it besides: whom its own rules found. Pure. */
export function withoutAdded(record: StepRecord): StepRecord {
  const own = Object.entries(record.seats).filter(([, { addedBy }]) => addedBy === undefined);
  return own.length === Object.keys(record.seats).length ? record : { ...record, seats: Object.fromEntries(own) };
}

/** Words given on a step, oldest first. Pure. */
export function votesOf(record: StepRecord | undefined): Vote[] {
  const votes = Object.values(record?.seats ?? {}).flatMap(({ vote }) => vote ?? []);
  return votes.sort((left, right) => left.n - right.n);
}

/** Who has carried out a step, and when last; null where nobody has. Pure. */
export function doneBefore({ doneBy }: Pick<RequestContext, 'doneBy'>, step: string): Done | null {
  return (doneBy && ownValue(doneBy, step)) ?? null;
}

/** Whether anybody's word stands, to whichever step it was given and whatever it was. Pure. */
export function hasWord({ steps }: Pick<RequestContext, 'steps'>): boolean {
  return Object.values(steps).some((record) => votesOf(record).length > 0 || itemWordsOf(record).length > 0);
}

/** Everything that waits for somebody to find people, or for an operator. Pure. */
export function blocksOf(context: Pick<RequestContext, 'steps' | 'poisoned'>): Blocked[] {
  const stopped: Blocked[] = context.poisoned ? [{ kind: 'poisoned', ...context.poisoned }] : [];
  const stuck = standingSteps(context).flatMap((step): Blocked[] => {
    const { status, owners = [], reason = '' } = recordOf(context, step) ?? {};
    return status === 'blocked' ? [{ kind: 'no-approver', step, owners, reason }] : [];
  });
  return [...stopped, ...stuck];
}

/** Why nobody can move the request in the ordinary way: it was stopped, or waits for people at a step and at no other. Null where somebody can. Pure. */
export function blockedOf(context: Pick<RequestContext, 'steps' | 'poisoned'>): Blocked | null {
  const [first = null] = blocksOf(context);
  const waits = standingSteps(context).some((step) => recordOf(context, step)?.status === 'open');
  return first?.kind === 'no-approver' && waits ? null : first;
}

/** Whether whoever has a seat by a decision has acted from it since: asked or added somebody who is still there, or signed items of the list. */
function isBuiltOn({ n: since, patch }: Undoable, { steps }: Pick<RequestContext, 'steps'>): boolean {
  return Object.entries(patch.seats).some(([step, changed]) => {
    const record = recordOf({ steps }, step);
    const theirs = openSeats(record).filter(([name, seat]) => Object.hasOwn(changed, name) && seat.question === undefined);
    const people = theirs.map(([, { person }]) => person);
    const called = Object.values(record?.seats ?? {}).some(
      ({ question, addedBy, generation }) =>
        generation > since && (theirs.some(([name]) => name === question) || (addedBy !== undefined && people.includes(addedBy))),
    );
    return called || itemWordsOf(record).some(({ person, n }) => n > since && people.includes(person));
  });
}

/** The decision that a person may take back: their newest, while nobody has built on it; null where there is none. Pure. */
export function undoableBy(context: Pick<RequestContext, 'undo' | 'steps'>, person: string): Undoable | null {
  const last = context.undo.findLast((each) => each.person === person);
  return last === undefined || isBuiltOn(last, context) ? null : last;
}

/** The part of a state value that a way through regions leads to; undefined where it leads nowhere. Pure. */
export function valueAt(value: StateValue, region: readonly string[]): StateValue | undefined {
  return region.reduce<StateValue | undefined>(
    (part, name) => (part === undefined || typeof part === 'string' ? undefined : ownValue(part, name)),
    value,
  );
}

/** Where the machine stood before the command whose inverse the patch is. Pure. */
export function valueBefore(value: StateValue, before: UndoPatch['value']): StateValue {
  if (before === null) return value;
  const { region, was } = before;
  const [first, ...rest] = region;
  if (first === undefined || typeof value === 'string') return was;
  return { ...value, [first]: valueBefore(ownValue(value, first) ?? was, { region: rest, was }) };
}
