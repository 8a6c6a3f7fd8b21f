import { isHuman } from '../definition/flow';
import type { Outline } from '../definition/structure/outline';
import { equalJson } from '../digest/equal-json';
import { tally } from '../operations/seats/tally';
import { aheadOf } from '../operations/seats/turns';
import type { RequestContext, RequestState, Seat, StateValue, StepRecord, Undoable, UndoPatch } from '../request/request-state';
import { valueAt } from '../request/standing';
import { ownValue } from '../text/own-value';

const same = (left: unknown, right: unknown): boolean => equalJson(left ?? null, right ?? null);

function overwritten<V>(before: Record<string, V>, after: Record<string, V>): Record<string, V | null> {
  if (before === after) return {};
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    keys.filter((key) => !same(ownValue(before, key), ownValue(after, key))).map((key) => [key, ownValue(before, key) ?? null]),
  );
}

/** The smallest region in which two values differ, and what was there before. */
function moved(before: StateValue, after: StateValue, region: string[] = []): { region: string[]; was: StateValue } {
  if (typeof before === 'string' || typeof after === 'string') return { region, was: before };
  const keys = Object.keys(before);
  const differ = keys.filter((key) => !same(ownValue(before, key), ownValue(after, key)));
  const [only] = differ;
  if (only === undefined || differ.length > 1 || !same(keys, Object.keys(after))) return { region, was: before };
  return moved(ownValue(before, only) as StateValue, ownValue(after, only) as StateValue, [...region, only]);
}

/** A step without what is said in it by seat and by item, and by its clock: a reminder builds on nobody's decision. */
function bare({ items, clock: _clock, ...record }: StepRecord): object {
  return { ...record, seats: null, ...(items ? { items: { ...items, of: null } } : {}) };
}

function sameButClock(left: StepRecord | undefined, right: StepRecord | undefined): boolean {
  return left !== undefined && right !== undefined && same({ ...left, clock: null }, { ...right, clock: null });
}

/** Steps that are otherwise as a whole, and seats and items of those that are the same but for these. */
function stepsPatch(before: RequestContext['steps'], after: RequestContext['steps']): Pick<UndoPatch, 'steps' | 'seats' | 'items'> {
  const changed = Object.entries(overwritten(before, after)).filter(
    ([step]) => !sameButClock(ownValue(before, step), ownValue(after, step)),
  );
  const partly = changed.flatMap(([step, was]) => {
    const is = ownValue(after, step);
    return was === null || is === undefined || !same(bare(was), bare(is)) ? [] : [{ step, was, is }];
  });
  const seats = Object.fromEntries(partly.map(({ step, was, is }) => [step, overwritten(was.seats, is.seats)]));
  const items = partly.flatMap(({ step, was, is }): [string, ItemsPatch][] =>
    was.items && is.items ? [[step, overwritten(was.items.of, is.items.of)]] : [],
  );
  return {
    steps: Object.fromEntries(changed.filter(([step]) => !Object.hasOwn(seats, step))),
    seats,
    ...(items.length > 0 ? { items: Object.fromEntries(items) } : {}),
  };
}

type ItemsPatch = NonNullable<UndoPatch['items']>[string];

const APART: readonly (keyof RequestContext)[] = [
  'steps',
  'fields',
  'material',
  'others',
  'walked',
  'written',
  'returns',
  'undo',
  'demands',
];

/** The inverse of what a command changed. Pure. */
export function undoPatch(before: RequestState, after: RequestState): UndoPatch {
  const [was, is] = [before.context, after.context];
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])] as (keyof RequestContext)[];
  const others = keys.filter((key) => !APART.includes(key) && !same(was[key], is[key]));
  const added = others.filter((key) => was[key] === undefined);
  return {
    ...stepsPatch(was.steps, is.steps),
    fields: overwritten(was.fields, is.fields),
    material: overwritten(was.material, is.material),
    ...(was.others !== is.others ? { others: overwritten(was.others ?? {}, is.others ?? {}) } : {}),
    walked: overwritten(was.walked, is.walked),
    written: overwritten(was.written, is.written),
    returns: is.returns - was.returns,
    rest: Object.fromEntries(others.filter((key) => !added.includes(key)).map((key) => [key, was[key]])),
    ...(added.length > 0 ? { added } : {}),
    value: same(before.value, after.value) ? null : moved(before.value, after.value),
  };
}

function meet(left: object, right: object): boolean {
  return Object.keys(left).some((key) => Object.hasOwn(right, key));
}

type SeatsPatch = UndoPatch['seats'][string];

/** Seats whose people had asked something of those of a patch: what was answered to them is taken back only as long as they are where they were. */
function askersOf(seats: SeatsPatch): object {
  return Object.fromEntries(Object.values(seats).flatMap((seat) => (seat?.question === undefined ? [] : [[seat.question, null]])));
}

function seatsMeet(left: SeatsPatch, right: SeatsPatch): boolean {
  return meet(left, right) || meet(askersOf(left), right) || meet(left, askersOf(right));
}

/** Whether two commands changed something in common: whoever builds on a decision ends the possibility to take it back. */
function overlaps(left: UndoPatch, right: UndoPatch): boolean {
  const parts = ['steps', 'fields', 'material', 'walked', 'written'] as const;
  const others = ({ rest, added = [] }: UndoPatch): object => ({ ...rest, ...Object.fromEntries(added.map((key) => [key, null])) });
  return (
    parts.some((part) => meet(left[part], right[part])) ||
    meet(others(left), others(right)) ||
    meet(left.others ?? {}, right.others ?? {}) ||
    meet(left.steps, right.seats) ||
    meet(left.seats, right.steps) ||
    Object.entries(left.seats).some(([step, seats]) => seatsMeet(seats, ownValue(right.seats, step) ?? {})) ||
    Object.entries(left.items ?? {}).some(([step, items]) => meet(items, ownValue(right.items ?? {}, step) ?? {}))
  );
}

interface Signed {
  steps: RequestContext['steps'];
  process: Outline['steps'];
}

/** Whether somebody has spoken who had to wait for a word: they have built on it, whoever spoke last before their turn came. */
function spokenBehind(word: UndoPatch, later: UndoPatch, { steps, process }: Signed): boolean {
  return Object.entries(later.seats).some(([id, seats]) => {
    const [step, now] = [ownValue(process, id), ownValue(steps, id)?.seats ?? {}];
    const said = Object.keys(ownValue(word.seats, id) ?? {});
    if (step === undefined || !isHuman(step) || said.length === 0) return false;
    const spoke = Object.keys(seats).filter((seat) => ownValue(seats, seat)?.vote === undefined && ownValue(now, seat)?.vote !== undefined);
    return spoke.some((seat) => {
      const ahead = aheadOf(step, now, seat);
      return said.some((each) => ahead.has(each));
    });
  });
}

/** Decisions that may still be taken back once a command has changed what `patch` says, and the request stands there. Pure. */
export function stillUndoable(
  undo: readonly Undoable[],
  patch: UndoPatch,
  { value, ...signed }: Signed & { value: StateValue },
): Undoable[] {
  return undo.filter(
    (each) =>
      !overlaps(each.patch, patch) &&
      !spokenBehind(each.patch, patch, signed) &&
      (each.patch.value === null || valueAt(value, each.patch.value.region) !== undefined),
  );
}

/** Whether a step would wait for nobody once a signature that was asked for is not any more; what its person has said since is taken back before. */
function leavesNobody({ person, patch }: Undoable, undo: readonly Undoable[], { steps, process }: Signed): boolean {
  const unsaid = ({ vote, ...seat }: Seat): Seat =>
    vote === undefined || undo.some((each) => each.person === person && each.n === vote.n) ? seat : { ...seat, vote };
  return Object.entries(patch.seats).some(([id, seats]) => {
    const [step, record] = [ownValue(process, id), ownValue(steps, id)];
    if (step === undefined || !isHuman(step) || record?.status !== 'open' || record.items) return false;
    const gone = Object.keys(seats).filter((seat) => ownValue(seats, seat) === null && ownValue(record.seats, seat)?.addedBy !== undefined);
    if (gone.length === 0) return false;
    const left = Object.entries(record.seats).filter(([seat]) => !gone.includes(seat));
    return tally(step, Object.fromEntries(left.map(([seat, each]) => [seat, unsaid(each)]))) === 'passed';
  });
}

/** The same without whatever would leave a step to nobody: an undo does not walk on from it. Pure. */
export function leavingSomebody(undo: readonly Undoable[], signed: Signed): Undoable[] {
  return undo.filter((each) => !leavesNobody(each, undo, signed));
}
