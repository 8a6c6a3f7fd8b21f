import type { Outline } from '../definition/structure/outline';
import type { HumanStep } from '../definition/step.schema';
import { before } from '../definition/structure/structure';
import { isAbout, shownNow } from '../form/shown/shown-now';
import { withStep, type MachineContext } from '../operations/parts/machine-context';
import { itemWordsOf } from '../request/items/items';
import type { RequestContext, StepRecord } from '../request/request-state';
import { recordOf, votesOf } from '../request/standing';

/**
 * Whether a decision still stands: it was taken about what would be shown now. A no of which only its lane has ended stands as well. A merged step
 * stands by another's decision, and asks again; where only what changed is asked for, it stands as long as that one does. Pure.
 */
export function stands(record: StepRecord, step: HumanStep, { request }: MachineContext, process: Outline): boolean {
  if (!['passed', 'rejected', 'merged'].includes(record.status)) return false;
  if (record.status === 'merged' && !(record.strict && mergedStands(record, step, request, process))) return false;
  const now = shownNow(process, step.id, request, record);
  return [...votesOf(record), ...itemWordsOf(record)].every((word) => isAbout(word, now));
}

/** Whether the decision is still there in whose name a step has passed. */
function mergedStands(record: StepRecord, step: HumanStep, request: RequestContext, { structure }: Outline): boolean {
  const words = before(structure, step.id).flatMap((id) =>
    recordOf(request, id)?.status === 'passed' ? votesOf(recordOf(request, id)) : [],
  );
  return votesOf(record).every(({ person, n }) => words.some((word) => word.answer === 'yes' && word.person === person && word.n <= n));
}

/** The walk has come by: what was asked of it then is asked no more. Pure. */
export function walkedPast(machine: MachineContext, step: string, { strict, ...record }: StepRecord): MachineContext {
  return strict ? withStep(machine, step, record) : machine;
}
