import type { HumanStep } from '../definition/step.schema';
import type { Outline } from '../definition/outline';
import { timeRuleOf, type Rung } from '../definition/time-rule';
import { equalJson } from '../digest/equal-json';
import { telling, withStep, type MachineContext, type MachineEvent } from '../operations/machine-context';
import type { StepTimes, StepVerdict } from '../request/facts';
import type { StepRecord } from '../request/request-state';
import type { StepClock } from '../request/step-waits';
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
  const rungs = timeRuleOf(process.definition, step)?.rungs ?? [];
  const clock: StepClock = { ...verdict.times, rung: rungAt(verdict.times, rungs, { now: facts.now, was }) };
  if (equalJson(clock, record.clock ?? null)) return machine;
  const set = withStep(machine, step.id, { ...record, clock });
  return was === undefined || was.due === clock.due ? set : telling(set, { type: 'due.moved', step: step.id, was: was.due, is: clock.due });
}

/** The next rung. What is past already when a step opens reminds nobody; that it is late is told all the same. */
function rungAt({ marks }: StepTimes, rungs: readonly Rung[], { now, was }: { now: string; was: StepClock | undefined }): number {
  const come = marks.filter((at) => Date.parse(at) <= Date.parse(now)).length;
  const first = rungs.findIndex(({ kind }) => kind !== 'remind');
  return Math.min(was?.rung ?? first, come);
}
