import type { RequestContext } from '../request/request-state';
import { standingSteps } from '../request/standing';

/** The request without open or blocked steps: their tasks go away with it, undecided. Pure. */
export function closingTasks(request: RequestContext): RequestContext {
  if (standingSteps(request).length === 0) return request;
  const steps = Object.entries(request.steps).map(([step, record]) => {
    const standing = record.status === 'open' || record.status === 'blocked';
    return [step, standing ? { ...record, status: 'closed' as const } : record] as const;
  });
  return { ...request, steps: Object.fromEntries(steps) };
}
