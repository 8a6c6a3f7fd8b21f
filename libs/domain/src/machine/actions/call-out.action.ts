import type { CallingStep } from '../../definition/step.schema';
import { callId } from '../../digest/uuid';
import { needing, telling, withStep, type MachineContext, type MachineEvent } from '../../operations/parts/machine-context';
import type { StepRecord } from '../../request/request-state';
import { DROPPED, LATE, type CallRecord } from '../../request/steps/step-waits';
import { recordOf } from '../../request/standing';
import { ownValue } from '../../text/own-value';
import { givenDigest } from '../../form/given-digest';
import { isLookedAtAgain, passedBy } from './without-people';

/**
 * The walk reaches a step that asks something of another system. What was asked before stands as long as it would be asked the same: nobody is asked
 * twice for one thing. One that was given up, and is waited for, waits for somebody to see to it; one that was dropped with the request goes again, as
 * the same.
 */
export function callOut(machine: MachineContext, event: MachineEvent, step: CallingStep): MachineContext {
  const { request } = machine;
  const known = recordOf(request, step.id);
  const by = passedBy(machine, event, step, isLookedAtAgain(event, known, ['blocked']));
  if (by !== null) return by;
  const given = givenDigest(step.body, request);
  const call = known?.call?.given === given ? known.call : undefined;
  if (call === undefined) return begun(machine, event, step, { id: callId(request.requestId, step.id, event.n), given });
  if (call.failed === DROPPED) return begun(machine, event, step, { id: call.id, given });
  const late = call.failed === LATE && step.late !== undefined;
  const isOver = call.answered === true || call.ended === true || step.wait === 'none' || late;
  if (!isOver && call.failed !== undefined) return stuck(machine, event, step.id, known);
  const status = isOver ? 'passed' : 'waiting';
  return known?.status === status && known.stuck !== true
    ? machine
    : withStep(machine, step.id, { status, generation: event.n, seats: {}, call, ...(!isOver && pausedFor(call)) });
}

/** When nobody waits for its callback any more is a moment like any other. */
const pausedFor = ({ until }: CallRecord): Pick<StepRecord, 'until'> => (until === undefined ? {} : { until: { at: until } });

const HOUR_MS = 3_600_000;

function begun(
  machine: MachineContext,
  { n, facts }: MachineEvent,
  { id: step, wait, within }: CallingStep,
  asked: Pick<CallRecord, 'id' | 'given'>,
): MachineContext {
  const until = wait === 'callback' && within ? new Date(Date.parse(facts.now) + within.hours * HOUR_MS).toISOString() : undefined;
  const call: CallRecord = until === undefined ? asked : { ...asked, until };
  const record: StepRecord = { status: wait === 'none' ? 'passed' : 'waiting', generation: n, seats: {}, call, ...pausedFor(call) };
  return telling(withStep(machine, step, record), { type: 'call.sent', step, call: call.id });
}

function stuck(machine: MachineContext, { n, facts }: MachineEvent, step: string, known: StepRecord | undefined): MachineContext {
  const verdict = ownValue(facts.seats, step);
  if (verdict === undefined) return needing(machine, step);
  if (verdict.kind !== 'blocked')
    throw new Error(`Expected to hear who looks after the call of “${step}”, but its verdict is ${verdict.kind}`);
  const { owners, reason } = verdict;
  if (known?.status === 'blocked' && known.owners?.join() === owners.join()) return machine;
  return withStep(machine, step, { status: 'blocked', generation: n, seats: {}, owners, reason, ...(known?.call && { call: known.call }) });
}
