import { structureIn } from '../definition/structure/compensating';
import type { Definition } from '../definition/definition.schema';
import { follows } from '../definition/structure/structure';
import type { RequestState, StepRecord } from '../request/request-state';
import { recordOf, unsettledSteps, wantsCalls } from '../request/standing';

/** Where the walk has come to the step. */
const STANDS: readonly StepRecord['status'][] = ['passed', 'waiting'];

/**
 * What is to be done with something that a step asks of another system, once its time has come. Pure. While the request is suspended, stopped or sent
 * back before the step it waits, and behind a no as well, which may be undone; only once the request is closed it can come to nothing.
 */
export function callNow(
  definition: Pick<Definition, 'flow' | 'revoke'>,
  { value, context }: RequestState,
  { step, call: id }: { step: string; call: string },
): 'send' | 'later' | 'never' {
  const { suspendedAt, poisoned, returned } = context;
  const { status, call } = recordOf(context, step) ?? {};
  const isOwn = call?.id === id;
  if (isOwn && (call.answered || call.failed !== undefined)) return 'never';
  const isWanted = isOwn && status !== undefined && STANDS.includes(status) && wantsCalls(context);
  if (value === 'closed') return isWanted ? 'send' : 'never';
  const structure = structureIn(definition);
  const isBehind = returned !== null || unsettledSteps(context).some((each) => follows(structure, step, each));
  return isWanted && suspendedAt === undefined && poisoned === null && !isBehind ? 'send' : 'later';
}
