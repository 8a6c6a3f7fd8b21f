import type { StartingStep } from '../../definition/step.schema';
import { childId } from '../../digest/uuid';
import { needing, telling, withStep, type MachineContext, type MachineEvent } from '../../operations/parts/machine-context';
import { handedOver, standingAt, type Child, type HandedOver } from '../../people/resolve/handed-over';
import { cameToNothing, comeTo, leavesRest, settledByChildren } from '../../request/links/children';
import type { StepRecord } from '../../request/request-state';
import { recordOf } from '../../request/standing';
import type { TransitionEvent } from '../../request/transition';
import { ownValue } from '../../text/own-value';
import { isLookedAtAgain, passedBy, stuckWith } from './without-people';

/** Requests that were started before and still are what is wanted, by place. What was left with this one as it ended is not: only what a step has left that had enough. */
function standing(step: StartingStep, known: StepRecord | undefined, handed: HandedOver): (Child | null)[] {
  const counts = ([, child]: Child): boolean =>
    !child.refused && (step.onRejected === 'ignore' || !cameToNothing(child)) && (child.left === undefined || leavesRest(step));
  return standingAt(Object.entries(known?.children ?? {}).filter(counts), handed);
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
  const handed = handedOver(step, request);
  const places = standing(step, known, handed);
  const stays = places.filter((child) => child !== null);
  const all = Object.keys(known?.children ?? {}).length === stays.length && stays.length === places.length;
  if (all && hasEnough(step, known, stays)) return movedWithRows(machine, step, stays);
  const verdict = ownValue(event.facts.seats, step.id);
  if (verdict === undefined) return needing(machine, step.id);
  if (verdict.kind === 'blocked')
    return stuckWith(machine, event, { step: step.id, known, kept: known?.children ? { children: known.children } : {} }, verdict);
  // While nothing goes on nothing is started: whoever looks after it has it looked at again afterwards.
  if (request.suspendedAt !== undefined) return machine;
  const [requester] = verdict.kind === 'seats' ? verdict.people : [];
  if (requester === undefined) throw new Error(`Expected somebody whose requests “${step.id}” starts, but its verdict names nobody`);
  return begun(machine, event, step, { handed, standing: places, requester });
}

/** Requests stand whose rows have changed places. */
function movedWithRows(machine: MachineContext, { id }: StartingStep, stays: readonly Child[]): MachineContext {
  const known = recordOf(machine.request, id);
  const moved = stays.some(([child, { row }]) => ownValue(known?.children, child)?.row !== row);
  return known && moved ? withStep(machine, id, { ...known, children: Object.fromEntries(stays) }) : machine;
}

/** What a step hands over, and by place which request stands there already. */
interface Asked {
  handed: HandedOver;
  standing: (Child | null)[];
  requester: string;
}

function begun(
  machine: MachineContext,
  { n }: MachineEvent,
  step: StartingStep,
  { handed: { given, places }, standing: there, requester }: Asked,
): MachineContext {
  const wanted = there.map((child) => (child?.[1].left === undefined ? child : null));
  const stays = wanted.filter((child) => child !== null);
  const started = places
    .filter((_, index) => wanted[index] === null)
    .map((place): Child => {
      const id = childId(machine.request.requestId, step.id, n, place.row ?? 0);
      return [id, { n, ...place, given, ...(step.bound ? {} : { free: true }) }];
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
