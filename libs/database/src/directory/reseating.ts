import {
  awaitingSteps,
  canonicalJson,
  deciderOf,
  isSettled,
  itemsDue,
  openSeats,
  ownValue,
  phaseOf,
  recordOf,
  resolve,
  standingSteps,
  unaskedVerdict,
  whoCorrects,
  WITH_REQUESTER,
  type Directory,
  type Process,
  type RequestState,
  type StepRecord,
  type StepVerdict,
} from '@countersign/domain';
import type { KnownProcess } from '../processes/process-cache';
import { engineRequestOf, type RequestHead } from '../repositories/request-head';

/** What finding its people anew does to one step of a request: ids of people before and after; `after` of a blocked step is who looks after it. */
export interface Reseating {
  step: string;
  before: string[];
  after: string[];
  blocked: boolean;
  /** Nobody could act on it before. */
  wasBlocked?: boolean;
  /** Its time runs otherwise than before. */
  due?: { was: string | null; is: string | null };
}

/** What would become of the open steps of a request under this directory; none = nothing. Pure, and without any effect. */
export function reseatings({ process }: Pick<KnownProcess, 'process'>, head: RequestHead, directory: Directory): Reseating[] {
  if (head.diverged || !head.state) return [];
  const { state } = engineRequestOf(process, head);
  const { poisoned } = state.context;
  if (poisoned !== null) return changed({ step: poisoned.step, before: poisoned.owners, after: directory.operators, blocked: true }, true);
  if (phaseOf(state) === 'returned') return withRequester(state, head, directory);
  if (process.poisoned !== null) return [];
  const waiting = awaitingSteps(state.context).filter((step) => recordOf(state.context, step)?.until !== undefined);
  return [...standingSteps(state.context), ...waiting].flatMap((step) => {
    const unasked = unaskedVerdict(process, state, step, directory);
    return unasked === null ? onStep(process, state, { step, directory }) : onUnasked(state, step, unasked);
  });
}

/** A step that asks nobody: a calendar moves until when it waits, and those who look after it where it is stuck may be others. */
function onUnasked(state: RequestState, step: string, verdict: StepVerdict): Reseating[] {
  const record = recordOf(state.context, step);
  const reseating = { step, before: record?.owners ?? [], ...peopleOf(verdict) };
  if (verdict.kind !== 'until' || record?.status !== 'waiting') return changed(reseating, record?.status === 'blocked');
  const { kind: _kind, ...until } = verdict;
  return canonicalJson(until) === canonicalJson(record.until)
    ? []
    : [{ ...reseating, due: { was: record.until?.at ?? null, is: until.at } }];
}

function onStep(process: Process, state: RequestState, { step, directory }: { step: string; directory: Directory }): Reseating[] {
  const record = recordOf(state.context, step);
  const { verdict } = resolve(process, state, step, directory);
  const stuck = record?.status === 'blocked';
  const before = stuck ? (record.owners ?? []) : sittingBeside(record, verdict);
  const due = record?.status === 'open' ? movedDue(record, verdict) : null;
  const reseating = { step, before, ...peopleOf(verdict), ...(due && { due }) };
  const affected = due === null ? changed(reseating, stuck) : [reseating];
  return stuck ? affected : affected.map((each) => withoutHeard(each, record));
}

/**
 * Who has a task that the step’s own people decide, by whoever decides it as long as they are found; who was asked or added besides stays whatever
 * comes of those, unless they may not sign any more.
 */
function sittingBeside(record: StepRecord | undefined, verdict: StepVerdict): string[] {
  const found = verdict.kind === 'seats' ? verdict : null;
  const isGone = (person: string): boolean => found?.unfit?.includes(person) === true || found?.away?.includes(person) === true;
  return openSeats(record).flatMap(([, seat]) => {
    const { person } = seat;
    if (seat.question !== undefined) return found?.unanswering?.includes(person) ? [person] : [];
    if (seat.addedBy !== undefined) return isGone(deciderOf(seat)) ? [person] : [];
    return found?.people.includes(deciderOf(seat)) && !isGone(person) ? [deciderOf(seat)] : [person];
  });
}

/** Who has given their word, or whose turn has not come, is found as before and asked nothing new: told is only who loses that. */
function withoutHeard(reseating: Reseating, record: StepRecord | undefined): Reseating {
  const { before, after, blocked } = reseating;
  if (blocked || record === undefined) return reseating;
  const own = Object.values(record.seats).filter(({ addedBy, question }) => addedBy === undefined && question === undefined);
  const heard = own.flatMap((seat) => (before.includes(seat.person) || before.includes(deciderOf(seat)) ? [] : [seat.person]));
  return {
    ...reseating,
    before: [...before, ...heard.filter((person) => !after.includes(person))],
    after: after.filter((person) => !heard.includes(person)),
  };
}

/** From when to when its end moves; null where its time runs as before. */
function movedDue(record: StepRecord, verdict: StepVerdict): Reseating['due'] | null {
  if (verdict.kind !== 'seats') return null;
  const { times, dues } = verdict;
  if (record.items) return movedItems(record, dues ?? {});
  const { clock } = record;
  const same = canonicalJson(clock ? { ...clock, rung: 0 } : null) === canonicalJson(times ? { ...times, rung: 0 } : null);
  return same ? null : { was: clock?.due ?? null, is: times?.due ?? null };
}

/** The same of the first of its items that are to be done. */
function movedItems(record: StepRecord, dues: NonNullable<Extract<StepVerdict, { kind: 'seats' }>['dues']>): Reseating['due'] | null {
  const open = Object.entries(record.items?.of ?? {}).filter(([, item]) => !isSettled(item));
  const told = open.map(([id, { clock }]) => {
    const { rung: _rung, ...was } = clock ?? {};
    return { was: clock && was, is: ownValue(dues, id) };
  });
  const first = (moments: (string | undefined)[]): string | null => moments.filter((each) => each !== undefined).sort()[0] ?? null;
  return told.every(({ was, is }) => canonicalJson(was ?? null) === canonicalJson(is ?? null))
    ? null
    : { was: itemsDue(record), is: first(told.map(({ is }) => is?.due)) };
}

/** Who can change a returned request: its requester, or who looks after it. */
function withRequester(state: RequestState, { requesterId }: RequestHead, directory: Directory): Reseating[] {
  const record = recordOf(state.context, WITH_REQUESTER);
  const stuck = record?.status === 'blocked';
  const before = stuck ? (record.owners ?? []) : [requesterId];
  return changed({ step: WITH_REQUESTER, before, ...peopleOf(whoCorrects(state, requesterId, directory)) }, stuck);
}

function peopleOf(verdict: StepVerdict): Pick<Reseating, 'after' | 'blocked'> {
  const blocked = verdict.kind === 'blocked';
  return { after: verdict.kind === 'seats' ? verdict.people : blocked ? verdict.owners : [], blocked };
}

function changed(reseating: Reseating, wasBlocked: boolean): Reseating[] {
  const { before, after, blocked } = reseating;
  return blocked === wasBlocked && sameSet(before, after) ? [] : [{ ...reseating, ...(wasBlocked && { wasBlocked }) }];
}

/** Whether others are asked than before, or nobody any more; a step that is only due at another moment moves nobody. Pure. */
export function movesPeople({ before, after, blocked, wasBlocked = false }: Reseating): boolean {
  return blocked !== wasBlocked || !sameSet(before, after);
}

const sameSet = (left: readonly string[], right: readonly string[]): boolean => [...left].sort().join() === [...right].sort().join();
