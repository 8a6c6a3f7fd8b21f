import type { RequestContext } from '../request/request-state';
import { recordOf, votesOf } from '../request/standing';
import type { ConditionEnvironment } from './holds';

/** What conditions see of a request where it stands. Pure; looks only at what a condition asks for. */
export function environmentOf(context: RequestContext): ConditionEnvironment {
  return {
    fields: context.fields,
    params: context.params,
    stanceOn: (step) => {
      const record = recordOf(context, step);
      return record?.status === 'passed' ? (votesOf(record).findLast(({ answer }) => answer === 'yes')?.stance ?? null) : null;
    },
    requesterRoles: context.requester?.roles ?? [],
  };
}
