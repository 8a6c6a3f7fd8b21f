import { isHuman } from '../definition/flow';
import type { HumanStep, Step } from '../definition/step.schema';
import type { Outline } from '../definition/structure/outline';
import { timeRuleOf, type Rung } from '../definition/times/time-rule';
import { equalJson } from '../digest/equal-json';
import { telling, withStep, type MachineContext, type MachineEvent } from '../operations/parts/machine-context';
import type { StepTimes, StepVerdict } from '../request/facts';
import type { StepRecord } from '../request/request-state';
import type { StepClock } from '../request/steps/step-waits';
import { recordOf } from '../request/standing';

/** What was found for a step, and what was remembered of it before. */
interface Timing {
  verdict: Extract<StepVerdict, { kind: 'seats' }>;
  process: Outline;
  before: StepRecord | undefined;
}

/** The clock of a step that waits for its people: set when it opens, put right when its calendar has changed. What has been told is told again only where it lies ahead anew. */
export function timed(machine: MachineContext, { facts }: MachineEvent, step: HumanStep, found: Timing): MachineContext {
  const { verdict, process, before } = found;
  const record = recordOf(machine.request, step.id);
  const was = before?.status === 'open' ? before.clock : undefined;
  if (record?.status !== 'open') return machine;
  if (verdict.times === undefined) {
    if (record.clock === undefined) return machine;
    const { clock: _gone, ...without } = record;
    return withStep(machine, step.id, without);
  }
  const clock = clockWith(verdict.times, step, { process, now: facts.now, was });
  if (equalJson(clock, record.clock ?? null)) return machine;
  const set = withStep(machine, step.id, { ...record, clock });
  return was === undefined || was.due === clock.due ? set : telling(set, { type: 'due.moved', step: step.id, was: was.due, is: clock.due });
}

/** A clock that runs so, with its next rung. */
function clockWith(
  times: StepTimes,
  step: HumanStep,
  { process, now, was }: { process: Outline; now: string; was: StepClock | undefined },
): StepClock {
  return { ...times, rung: rungAt(times, timeRuleOf(process.definition, step)?.rungs ?? [], { now, was }) };
}

/** The time of a step that stood still runs on, as was counted for it; where nothing could be counted it stays as it was. Pure. */
export function runningOn(record: StepRecord, verdict: StepVerdict, step: Step, around: { process: Outline; now: string }): StepRecord {
  if (verdict.kind === 'until') {
    const { kind: _kind, ...until } = verdict;
    return { ...record, until };
  }
  if (verdict.kind !== 'times' || !isHuman(step)) return record;
  if (verdict.times === null) return withoutMark(record);
  return { ...record, clock: clockWith(verdict.times, step, { ...around, was: record.clock }) };
}

function withoutMark(record: StepRecord): StepRecord {
  if (record.clock?.anew === undefined) return record;
  const { anew: _begun, ...clock } = record.clock;
  return { ...record, clock };
}

/** The next rung. What is past already when a step opens reminds nobody; that it is late is told all the same. */
function rungAt({ marks }: StepTimes, rungs: readonly Rung[], { now, was }: { now: string; was: StepClock | undefined }): number {
  const come = marks.filter((at) => Date.parse(at) <= Date.parse(now)).length;
  const first = rungs.findIndex(({ kind }) => kind !== 'remind');
  return Math.min(was?.rung ?? first, come);
}
