import type { PausingStep } from '../../definition/step.schema';
import { equalJson } from '../../digest/equal-json';
import { needing, telling, withStep, type MachineContext, type MachineEvent } from '../../operations/parts/machine-context';
import type { StepVerdict } from '../../request/facts';
import type { StepRecord } from '../../request/request-state';
import type { Pause } from '../../request/steps/step-waits';
import { recordOf } from '../../request/standing';
import type { TransitionEvent } from '../../request/transition';
import { ownValue } from '../../text/own-value';
import { isLookedAtAgain, passedBy, stuckWith } from './without-people';

/** The walk reaches a step that waits for a moment. One that waits, or has waited, stands as long as the date that it was counted from is the same. */
export function waitUntil(machine: MachineContext, event: MachineEvent, step: PausingStep): MachineContext {
  const { request } = machine;
  const known = recordOf(request, step.id);
  const looksAgain = isLookedAtAgain(event, known, ['waiting', 'blocked']);
  const by = passedBy(machine, event, step, looksAgain);
  if (by !== null) return by;
  const stands = (known?.status === 'waiting' || known?.status === 'passed') && !looksAgain && sameDay(step, machine, known);
  if (stands) return machine;
  const verdict = ownValue(event.facts.seats, step.id);
  if (verdict === undefined) return needing(machine, step.id);
  if (verdict.kind === 'until') return waits(machine, event, { step: step.id, known }, verdict);
  if (verdict.kind === 'blocked') return stuckWith(machine, event, { step: step.id, known }, verdict);
  throw new Error(`Expected to hear until when “${step.id}” waits, but its verdict is ${verdict.kind}`);
}

function sameDay({ until: { field } }: PausingStep, { request }: MachineContext, { until }: StepRecord): boolean {
  return field === undefined || (ownValue(request.fields, field) ?? null) === (until?.day ?? null);
}

interface Known {
  step: string;
  known: StepRecord | undefined;
}

function waits(
  machine: MachineContext,
  { n, facts }: MachineEvent,
  { step, known }: Known,
  { kind: _kind, ...until }: Extract<StepVerdict, { kind: 'until' }>,
): MachineContext {
  // While nothing goes on the moment is only noted: what is left of it comes later.
  const over = machine.request.suspendedAt === undefined && Date.parse(until.at) <= Date.parse(facts.now);
  const was = known?.status === 'waiting' ? known.until : undefined;
  if (!over && was !== undefined && equalJson(was, until)) return machine;
  const generation = was === undefined ? n : (known?.generation ?? n);
  const record: StepRecord = { status: over ? 'passed' : 'waiting', generation, seats: {}, until };
  return telling(withStep(machine, step, record), ...tidings(step, { was, until, over }));
}

function tidings(step: string, { was, until, over }: { was: Pause | undefined; until: Pause; over: boolean }): TransitionEvent[] {
  if (over) return [{ type: 'pause.over', step }];
  if (was === undefined) return [{ type: 'pause.begun', step, until: until.at }];
  return was.at === until.at ? [] : [{ type: 'pause.moved', step, was: was.at, is: until.at }];
}
