import type { RequestContext } from '../request/request-state';
import { recordOf, votesOf, withoutAdded } from '../request/standing';
import type { ConditionEnvironment } from './holds';

/** What conditions see of a request where it stands. Pure; looks only at what a condition asks for. */
export function environmentOf(context: RequestContext): ConditionEnvironment {
  return {
    fields: context.fields,
    params: context.params,
    stanceOn: (step) => {
      const record = recordOf(context, step);
      if (record?.status !== 'passed') return null;
      return votesOf(withoutAdded(record)).findLast(({ answer }) => answer === 'yes')?.stance ?? null;
    },
    requesterRoles: context.requester?.roles ?? [],
  };
}
