import { z } from 'zod';
import { decidersOf } from '../people/deciders';
import { refusal } from '../request/refusal';
import type { RequestContext } from '../request/request-state';
import { recordOf } from '../request/standing';
import { defineGuard } from './guard';

/** Whether somebody is the one who may leave a step out: its requester, or who decided an earlier step. Pure. */
export function leavesOut(context: RequestContext, by: string, person: string): boolean {
  return by === 'requester' ? context.requester?.id === person : decidersOf(recordOf(context, by)).includes(person);
}

/** The actor may leave the step out. */
export const mayLeaveOut = defineGuard({
  params: z.strictObject({ by: z.string() }),
  refuse: ({ context, command: { actor } }, { by }) => (leavesOut(context, by, actor) ? null : refusal('not-yours-to-leave-out')),
});
