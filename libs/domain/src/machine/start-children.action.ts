import type { StartingStep } from '../definition/step.schema';
import { childId } from '../digest/uuid';
import { needing, telling, withStep, type MachineContext, type MachineEvent } from '../operations/parts/machine-context';
import { wantedBy } from '../people/starter-verdict';
import { cameToNothing, comeTo, leavesRest, settledByChildren } from '../request/children';
import type { StepRecord } from '../request/request-state';
import type { ChildRecord } from '../request/child-record';
import { recordOf } from '../request/standing';
import type { TransitionEvent } from '../request/transition';
import { ownValue } from '../text/own-value';
import { givenDigest } from '../form/given-digest';
import { isLookedAtAgain, passedBy, stuckWith } from './without-people';

type Child = [string, ChildRecord];

/** Requests that were started before and still are what is wanted. What was left with this one as it ended is not: only what a step has left that had enough. */
function standing(step: StartingStep, known: StepRecord | undefined, { given, wanted }: { given: string; wanted: number }): Child[] {
  const counts = (child: ChildRecord): boolean =>
    !child.refused && (step.onRejected === 'ignore' || !cameToNothing(child)) && (child.left === undefined || leavesRest(step));
  return Object.entries(known?.children ?? {}).filter(([, child]) => child.given === given && (child.row ?? 0) < wanted && counts(child));
}

/** Whether a step stands as it has come to it: an approval that was taken back since, by re-opening the other request, is waited for again. */
function hasEnough(step: StartingStep, known: StepRecord | undefined, stays: readonly Child[]): boolean {
  if (known?.status === 'waiting') return !known.stuck;
  const all = stays.map(([, child]) => child);
  return known?.status === 'passed' && comeTo(step, all) === 'passed';
}

/** The walk reaches a step that starts requests: those that were started before stand as long as they would be given the same. */
export function startChildren(machine: MachineContext, event: MachineEvent, step: StartingStep): MachineContext {
  const { request } = machine;
  const known = recordOf(request, step.id);
  const by = passedBy(machine, event, step, isLookedAtAgain(event, known, ['blocked']));
  if (by !== null) return by;
  const asked = { given: givenDigest(step.map, request, ...(step.each === undefined ? [] : [step.each])), wanted: wantedBy(step, request) };
  const stays = standing(step, known, asked);
  const all = Object.keys(known?.children ?? {}).length === stays.length && stays.length === asked.wanted;
  if (all && hasEnough(step, known, stays)) return machine;
  const verdict = ownValue(event.facts.seats, step.id);
  if (verdict === undefined) return needing(machine, step.id);
  if (verdict.kind === 'blocked')
    return stuckWith(machine, event, { step: step.id, known, kept: known?.children ? { children: known.children } : {} }, verdict);
  // While nothing goes on nothing is started: whoever looks after it has it looked at again afterwards.
  if (request.suspendedAt !== undefined) return machine;
  const [requester] = verdict.kind === 'seats' ? verdict.people : [];
  if (requester === undefined) throw new Error(`Expected somebody whose requests “${step.id}” starts, but its verdict names nobody`);
  return begun(machine, event, step, { ...asked, stays: stays.filter(([, { left }]) => left === undefined), requester });
}

function begun(
  machine: MachineContext,
  { n }: MachineEvent,
  step: StartingStep,
  { given, wanted, stays, requester }: { given: string; wanted: number; stays: Child[]; requester: string },
): MachineContext {
  const there = new Set(stays.map(([, { row }]) => row ?? 0));
  const missing = Array.from({ length: wanted }, (_, index) => index).filter((index) => !there.has(index));
  const started = missing.map((index): Child => {
    const row = step.each === undefined ? {} : { row: index };
    return [childId(machine.request.requestId, step.id, n, index), { n, ...row, given, ...(step.bound ? {} : { free: true }) }];
  });
  const settled = settledByChildren(step, {
    status: 'waiting',
    generation: n,
    seats: {},
    children: Object.fromEntries([...stays, ...started]),
  });
  const children = started.map(([id, { row }]) => ({ id, row: row ?? null }));
  const told: TransitionEvent[] = children.length === 0 ? [] : [{ type: 'children.started', step: step.id, requester, children }];
  return telling(withStep(machine, step.id, settled), ...told);
}
