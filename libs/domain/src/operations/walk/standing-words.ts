import { authorityQuestion } from '../../authority/question';
import { isHuman } from '../../definition/flow';
import type { Outline } from '../../definition/structure/outline';
import { isAbout, shownNow, wholeDigest, type ShownNow } from '../../form/shown/shown-now';
import { shownDigest } from '../../form/shown/step-fields';
import { isMoney } from '../../money/money';
import { ownValue } from '../../text/own-value';
import type { RequestContext, Seat, StepRecord } from '../../request/request-state';
import { recordOf, votesOf } from '../../request/standing';
import { withStep, type MachineContext } from '../parts/machine-context';

type Shown = Pick<Outline, 'steps' | 'shown' | 'shownFrom' | 'shownOthers'>;

interface Between {
  process: Shown;
  before: RequestContext;
  after: RequestContext;
}

/** A step whose words were about what was shown before, as words about what is shown now. */
function carried(id: string, record: StepRecord, { process, before, after }: Between): StepRecord {
  const was = shownNow(process, id, before, record);
  const material = shownDigest(process, id, after.material);
  const whole = after.others === undefined ? {} : { shown: wholeDigest(process, id, after) };
  const seats = Object.entries(record.seats).map(([name, seat]): [string, Seat] => {
    const { vote } = seat;
    return vote !== undefined && isAbout(vote, was) ? [name, { ...seat, vote: { ...vote, material, ...whole } }] : [name, seat];
  });
  const copied = record.copied !== undefined && record.copied === was.material ? { copied: material } : {};
  const leftOut = record.leftOut?.material === was.material ? { leftOut: { ...record.leftOut, material } } : {};
  return { ...record, seats: Object.fromEntries(seats), ...copied, ...leftOut };
}

/** Whether a value of the form is more than it was: a sum from which something was taken that had lowered it. */
function hasGrown(was: unknown, now: unknown): boolean {
  if (isMoney(now)) return !isMoney(was) || was.currency !== now.currency || BigInt(was.minor) < BigInt(now.minor);
  return typeof now === 'number' && (typeof was !== 'number' || was < now);
}

/** Whether somebody on the step has agreed to no more than what is left: nothing has grown, and their authority is asked for the same side of the plan. */
function hasAgreed(id: string, { process, before, after }: Between): boolean {
  const step = ownValue(process.steps, id);
  const authority = step !== undefined && isHuman(step) ? step.authority : undefined;
  if (authority !== undefined && authorityQuestion(authority, before).inPlan !== authorityQuestion(authority, after).inPlan) return false;
  return !Object.entries(after.fields).some(([path, now]) => hasGrown(ownValue(before.fields, path), now));
}

/**
 * Words stand where a decision only takes something away from what they were said about, on its own step as on others: whoever agreed to all of it agreed
 * to what is left. Where something that lowered a sum is taken away, they agreed to less, and are asked again. Pure.
 */
export function wordsCarried(between: Between): RequestContext {
  const { after, process } = between;
  const steps = Object.entries(after.steps).map(([id, record]): [string, StepRecord] =>
    ownValue(process.shown, id) === undefined || !hasAgreed(id, between) ? [id, record] : [id, carried(id, record, between)],
  );
  return { ...after, steps: Object.fromEntries(steps) };
}

/** A seat whose word stands where it was given about what would be shown now; else it is asked anew. Pure. */
export function askedAgain(seat: Seat, now: ShownNow, n: number): Seat {
  const { vote, ...asked } = seat;
  return vote !== undefined && vote.answer !== 'back' && isAbout(vote, now) ? seat : { ...asked, generation: n };
}

/** A step on which something was just changed: whoever has said their word about what stood there is asked again, before whoever changed it says theirs. Pure. */
export function othersAskedAgain(machine: MachineContext, { step, n }: { step: string; n: number }, process: Shown): MachineContext {
  const record = recordOf(machine.request, step);
  if (record === undefined || votesOf(record).length === 0) return machine;
  const now = shownNow(process, step, machine.request, record);
  const seats = Object.entries(record.seats).map(([name, seat]) => [name, seat.vote ? askedAgain(seat, now, n) : seat] as const);
  return withStep(machine, step, { ...record, seats: Object.fromEntries(seats) });
}
