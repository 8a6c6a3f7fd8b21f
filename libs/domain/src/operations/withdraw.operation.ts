import { refusal } from '../request/refusal';
import { commentBody } from './asked-form';
import { closingTasks } from './closing-tasks';
import type { Operation } from './operation';
import { ref, stateOf } from './state-json';

/** The requester takes the request back. */
export const withdrawOperation: Operation<'withdraw'> = {
  type: 'withdraw',
  scope: 'request',
  onStep: false,
  body: commentBody,
  button: { zh: '撤回', en: 'Withdraw' },
  undone: { zh: '撤销了撤回', en: 'Undid the withdrawal' },
  needsComment: () => false,
  closes: 'withdrawn',
  tells: 'request-withdrawn',
  undo: 'withdraw',
  concerns: ({ context }, actor) => context.requester?.id === actor.id && context.outcome === null,
  read: () => ({}),
  attempt: () => ({}),
  at: {
    walk: () => [{ target: stateOf('withdrawn'), guard: [ref('is-requester'), ref('before-first-decision')], actions: [ref('withdraw')] }],
    returned: () => [{ target: stateOf('withdrawn'), guard: [ref('is-requester')], actions: [ref('withdraw')] }],
  },
  act: (machine) => ({ ...machine, request: { ...closingTasks(machine.request), returned: null } }),
  untaken: (context) => refusal('invalid-state', { state: context.outcome ?? 'draft' }),
};
