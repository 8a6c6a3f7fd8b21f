import { ref } from '../../../libs/domain/src/definition/state-json';
import { commentBody, hasComment } from '../../../libs/domain/src/operations/asked-form';
import type { Operation } from '../../../libs/domain/src/operations/operation';
import { PLAIN } from '../../../libs/domain/src/operations/plain';
import { refusal } from '../../../libs/domain/src/request/refusal';

declare module '../../../libs/domain/src/request/command' {
  interface CommandShapes {
    remark: { hasComment: boolean };
  }
}

/** The requester says something that stays in the journal, and moves nothing. */
export const remarkOperation: Operation<'remark'> = {
  ...PLAIN,
  type: 'remark',
  scope: 'request',
  onStep: false,
  body: commentBody,
  button: { zh: '说明', en: 'Remark' },
  past: { zh: '已说明', en: 'Remarked' },
  needsComment: () => true,
  concerns: ({ context }, actor) => context.requester?.id === actor.id,
  read: (body) => ({ hasComment: hasComment(body) }),
  attempt: () => ({ hasComment: true }),
  at: { walk: () => [{ guard: [ref('is-requester'), ref('comment-required', { where: true })], actions: [ref('remark')] }] },
  act: (machine) => machine,
  untaken: (context) => refusal('invalid-state', { state: context.outcome ?? 'draft' }),
};
