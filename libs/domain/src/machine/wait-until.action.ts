import { environmentOf } from '../conditions/environment';
import { holds } from '../conditions/holds';
import type { PausingStep } from '../definition/step.schema';
import { canonicalJson } from '../digest/canonical-json';
import { needing, telling, withStep, type MachineContext, type MachineEvent } from '../operations/machine-context';
import { operationOf } from '../operations/registry';
import type { StepVerdict } from '../request/facts';
import type { StepRecord } from '../request/request-state';
import type { Pause } from '../request/step-waits';
import { recordOf } from '../request/standing';
import type { TransitionEvent } from '../request/transition';
import { ownValue } from '../text/own-value';
import { skipped, waived } from './skipping';

/** The walk reaches a step that waits for a moment. One that waits, or has waited, stands as long as the date that it was counted from is the same. */
export function waitUntil(machine: MachineContext, event: MachineEvent, step: PausingStep): MachineContext {
  const { request } = machine;
  const known = recordOf(request, step.id);
  const looksAgain =
    operationOf(event.command.type).looksAgain === 'standing' && (known?.status === 'waiting' || known?.status === 'blocked');
  if (!looksAgain && step.when !== undefined && !holds(step.when, environmentOf(request)))
    return skipped(machine, step.id, event, 'condition');
  if (known?.status === 'waived') return waived(machine, event, step.id, known);
  const stands = (known?.status === 'waiting' || known?.status === 'passed') && !looksAgain && sameDay(step, machine, known);
  if (stands) return machine;
  const verdict = ownValue(event.facts.seats, step.id);
  if (verdict === undefined) return needing(machine, step.id);
  if (verdict.kind === 'until') return waits(machine, event, { step: step.id, known }, verdict);
  if (verdict.kind === 'blocked') return stuck(machine, event, { step: step.id, known }, verdict);
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
  if (!over && was !== undefined && canonicalJson(was) === canonicalJson(until)) return machine;
  const generation = was === undefined ? n : (known?.generation ?? n);
  const record: StepRecord = { status: over ? 'passed' : 'waiting', generation, seats: {}, until };
  return telling(withStep(machine, step, record), ...tidings(step, { was, until, over }));
}

function tidings(step: string, { was, until, over }: { was: Pause | undefined; until: Pause; over: boolean }): TransitionEvent[] {
  if (over) return [{ type: 'pause.over', step }];
  if (was === undefined) return [{ type: 'pause.begun', step, until: until.at }];
  return was.at === until.at ? [] : [{ type: 'pause.moved', step, was: was.at, is: until.at }];
}

function stuck(
  machine: MachineContext,
  { n }: MachineEvent,
  { step, known }: Known,
  { owners, reason }: Extract<StepVerdict, { kind: 'blocked' }>,
): MachineContext {
  if (known?.status === 'blocked' && known.owners?.join() === owners.join() && known.reason === reason) return machine;
  return withStep(machine, step, { status: 'blocked', generation: n, seats: {}, owners, reason });
}
