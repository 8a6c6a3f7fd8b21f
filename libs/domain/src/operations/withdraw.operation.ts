import { refusal } from '../request/refusal';
import { commentBody } from './form/asked-form';
import { closingTasks } from './walk/closing-tasks';
import type { Operation } from './operation';
import { ref, stateOf } from '../definition/state-json';
import { PLAIN } from './parts/plain';

declare module '../request/command' {
  interface CommandShapes {
    withdraw: object;
  }
}
declare module '../request/words/own-words' {
  interface OwnClosings {
    withdraw: 'withdrawn';
  }
  interface OwnRefusals {
    withdraw: 'never-withdrawn' | 'passed-already';
  }
  interface OwnNotices {
    withdraw: 'request-withdrawn';
  }
}

/** The requester takes the request back. */
export const withdrawOperation: Operation<'withdraw'> = {
  ...PLAIN,
  type: 'withdraw',
  scope: 'request',
  onStep: false,
  body: commentBody,
  button: { zh: '撤回', en: 'Withdraw' },
  past: { zh: '已撤回', en: 'Withdrawn' },
  undone: { zh: '撤销了撤回', en: 'Undid the withdrawal' },
  confirm: {
    title: { zh: '撤回这份申请？', en: 'Withdraw this request?' },
    consequence: {
      zh: '撤回后不再继续审批；可以复制为新草稿再提交。',
      en: 'Nobody will decide on it any more. You can copy it to a new draft later.',
    },
  },
  tone: 'danger',
  place: 'menu',
  likely: true,
  needsComment: () => false,
  closes: 'withdrawn',
  closings: { withdrawn: { zh: '申请已撤回', en: 'The request was withdrawn' } },
  notices: {
    'request-withdrawn': ({ request, requester }) => ({
      zh: `${requester.zh}撤回了「${request.zh}」`,
      en: `${requester.en} withdrew “${request.en}”`,
    }),
  },
  refusals: {
    'never-withdrawn': {
      kind: 'conflict',
      text: () => ({ zh: '这类申请提交后不能撤回', en: 'Once it is submitted, a request of this kind cannot be withdrawn' }),
    },
    'passed-already': {
      kind: 'conflict',
      text: ({ step }, naming) => {
        const title = naming.step(String(step));
        return { zh: `「${title.zh}」已通过，不能再撤回`, en: `“${title.en}” has passed, so it can no longer be withdrawn` };
      },
    },
  },
  tells: 'request-withdrawn',
  undo: 'withdraw',
  concerns: ({ context }, actor) => context.requester?.id === actor.id && context.outcome === null,
  read: () => ({}),
  attempt: () => ({}),
  at: {
    walk: ({ definition }) => [
      {
        target: stateOf('withdrawn'),
        guard: [ref('is-requester'), ref('may-withdraw', { until: definition.withdraw ?? 'first-decision' }), ref('nothing-carried-out')],
        actions: [ref('withdraw')],
      },
    ],
    // Whoever has their request back may let it be, where it may be withdrawn at all.
    returned: ({ definition }) => [
      {
        target: stateOf('withdrawn'),
        guard: [
          ref('is-requester'),
          ...(definition.withdraw === 'never' ? [ref('may-withdraw', { until: definition.withdraw })] : []),
          ref('nothing-carried-out'),
        ],
        actions: [ref('withdraw')],
      },
    ],
  },
  act: (machine) => ({ ...machine, request: { ...closingTasks(machine.request), returned: null } }),
  untaken: (context) => refusal('invalid-state', { state: context.outcome ?? 'draft' }),
};
