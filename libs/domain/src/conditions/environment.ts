import type { RequestContext } from '../request/request-state';
import { votesOf } from '../request/standing';
import type { ConditionEnvironment } from './holds';

/** What conditions see of a request where it stands. Pure. */
export function environmentOf(context: RequestContext): ConditionEnvironment {
  const stances: [string, 'for' | 'against' | 'conditional'][] = [];
  for (const [step, record] of Object.entries(context.steps)) {
    const stance = record.status === 'passed' ? votesOf(record).findLast(({ answer }) => answer === 'yes')?.stance : null;
    if (stance) stances.push([step, stance]);
  }
  return {
    fields: context.fields,
    params: context.params,
    stances: Object.fromEntries(stances),
    requesterRoles: context.requester?.roles ?? [],
  };
}
