import { OPERATE_RIGHT } from '../guards/is-owner.guard';
import { refusal } from '../request/refusal';
import { peopleAsked } from '../request/supervision';
import { commentBody, hasComment } from './form/asked-form';
import { telling } from './parts/machine-context';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { ref } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    suspend: { hasComment: boolean };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    suspend: { 'request.suspended': { people: string[] } };
  }
  interface OwnNotices {
    suspend: 'request-suspended';
  }
  interface OwnRefusals {
    suspend: 'suspended';
  }
}

const MAY_SUSPEND = [ref('has-right', { right: OPERATE_RIGHT }), ref('comment-required', { where: true })];

/** Holds a request where it stands: tasks stay, nobody can act on them, clocks stop, and nothing that was done before can be taken back any more. */
export const suspendOperation: Operation<'suspend'> = {
  ...PLAIN,
  type: 'suspend',
  scope: 'operator',
  onStep: false,
  body: commentBody,
  button: { zh: '挂起', en: 'Suspend' },
  past: { zh: '已挂起', en: 'Suspended' },
  confirm: {
    title: { zh: '挂起这份申请？', en: 'Suspend this request?' },
    consequence: {
      zh: '待办保留，恢复之前任何人都不能处理，时限暂停；之前的操作不能再撤销。挂起人和原因永久留痕。',
      en: 'Every task stays, but nobody can act before it is resumed; deadlines wait, and what was done before can no longer be undone. Your name and reason stay on record.',
    },
  },
  needsComment: () => true,
  events: {
    'request.suspended': {
      tells: ({ people }) => ({ notice: 'request-suspended', step: null, to: people }),
      text: () => ({ zh: '挂起申请', en: 'Suspended the request' }),
    },
  },
  notices: {
    'request-suspended': ({ request, actor }) => ({
      zh: `「${request.zh}」已${actor ? `由${actor.zh}` : ''}挂起，恢复前不能处理`,
      en: `“${request.en}” was suspended${actor ? ` by ${actor.en}` : ''}; nobody can act on it before it is resumed`,
    }),
  },
  refusals: {
    suspended: {
      kind: 'conflict',
      text: () => ({ zh: '这份申请已挂起，恢复后才能处理', en: 'This request is suspended; nobody can act on it before it is resumed' }),
    },
  },
  concerns: ({ context }, actor) =>
    context.outcome === null && context.round > 0 && context.suspendedAt === undefined && actor.rights.includes(OPERATE_RIGHT),
  read: (body) => ({ hasComment: hasComment(body) }),
  attempt: () => ({ hasComment: true }),
  at: {
    walk: () => [{ guard: MAY_SUSPEND, actions: [ref('suspend')] }],
    returned: () => [{ guard: MAY_SUSPEND, actions: [ref('suspend')] }],
  },
  act(machine, { facts }) {
    const { request } = machine;
    const held = { ...machine, request: { ...request, suspendedAt: facts.now, undo: [] } };
    return telling(held, {
      type: 'request.suspended',
      people: [...new Set([...peopleAsked(request), request.requester?.id ?? ''])].sort(),
    });
  },
  untaken: (context) => refusal('invalid-state', { state: context.outcome ?? 'draft' }),
};
