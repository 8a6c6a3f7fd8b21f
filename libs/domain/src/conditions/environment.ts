import type { RequestContext } from '../request/request-state';
import type { ConditionEnvironment } from './holds';

/** What conditions see of a request where it stands. Pure. */
export function environmentOf(context: RequestContext): ConditionEnvironment {
  const stances: Record<string, 'for' | 'against' | 'conditional'> = {};
  for (const [step, state] of Object.entries(context.steps)) {
    const stance = state.status === 'passed' ? state.votes.findLast((vote) => vote.type === 'approve')?.stance : null;
    if (stance) stances[step] = stance;
  }
  return { fields: context.fields, params: context.params, stances, requesterRoles: context.requester?.roles ?? [] };
}
