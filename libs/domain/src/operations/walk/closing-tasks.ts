import type { RequestContext } from '../../request/request-state';
import { unsettledSteps } from '../../request/standing';

/** The request without steps that wait: their tasks go away with it, undecided. Pure. */
export function closingTasks(request: RequestContext): RequestContext {
  if (unsettledSteps(request).length === 0) return request;
  const steps = Object.entries(request.steps).map(([step, record]) => {
    const waits = ['open', 'blocked', 'waiting'].includes(record.status);
    return [step, waits ? { ...record, status: 'closed' as const } : record] as const;
  });
  return { ...request, steps: Object.fromEntries(steps) };
}
