import { OPERATE_RIGHT } from '../guards/is-owner.guard';
import { leavingWith } from '../request/links/children';
import { refusal } from '../request/refusal';
import { commentBody, hasComment } from './form/asked-form';
import { closingTasks } from './walk/closing-tasks';
import type { Operation } from './operation';
import { compensatingSteps } from '../definition/structure/compensating';
import { ref, stateOf } from '../definition/state-json';
import { PLAIN } from './parts/plain';

declare module '../request/command' {
  interface CommandShapes {
    terminate: { hasComment: boolean };
  }
}
declare module '../request/words/own-words' {
  interface OwnClosings {
    terminate: 'terminated';
  }
  interface OwnNotices {
    terminate: 'request-terminated';
  }
}

const MAY_TERMINATE = [ref('has-right', { right: OPERATE_RIGHT }), ref('comment-required', { where: true })];
const END = [{ target: stateOf('terminated'), guard: MAY_TERMINATE, actions: [ref('terminate')] }];

/** Ends a request for good, whatever state it is in: also one that was stopped. */
export const terminateOperation: Operation<'terminate'> = {
  ...PLAIN,
  type: 'terminate',
  scope: 'operator',
  onStep: false,
  body: commentBody,
  button: { zh: '终止申请', en: 'Terminate' },
  past: { zh: '已终止', en: 'Terminated' },
  undone: null,
  confirm: {
    title: { zh: '终止这份申请？', en: 'Terminate this request?' },
    consequence: {
      zh: '申请就此结束，所有待办关闭，不能撤销；申请人会收到消息。终止人和原因永久留痕。',
      en: 'The request ends here and every open task closes. This cannot be undone. The requester is told; your name and reason stay on record.',
    },
  },
  tone: 'danger',
  place: 'menu',
  needsComment: () => true,
  closes: 'terminated',
  closings: { terminated: { zh: '申请已终止', en: 'The request was terminated' } },
  notices: {
    'request-terminated': ({ request, actor }) => ({
      zh: `「${request.zh}」已${actor ? `由${actor.zh}` : ''}终止`,
      en: `“${request.en}” was terminated${actor ? ` by ${actor.en}` : ''}`,
    }),
  },
  tells: 'request-terminated',
  undo: null,
  whileStopped: true,
  whileSuspended: true,
  concerns: ({ context }, actor) =>
    context.outcome === null && actor.rights.includes(OPERATE_RIGHT) && (context.round > 0 || context.poisoned !== null),
  read: (body) => ({ hasComment: hasComment(body) }),
  attempt: () => ({ hasComment: true }),
  at: {
    // An approval that was revoked stays so: what is still to be called back is left to others.
    walk: ({ definition }) =>
      compensatingSteps(definition).length === 0
        ? END
        : [{ target: stateOf('revoked'), guard: [ref('revoking'), ...MAY_TERMINATE], actions: [ref('terminate')] }, ...END],
    returned: () => END,
    draft: () => [{ ...END[0], guard: [ref('is-stopped'), ...MAY_TERMINATE] }],
  },
  // A request whose definition cannot be run any more can still be ended.
  beside: {
    machine: 'gone',
    takes: ({ outcome }) => outcome === null,
    guard: () => MAY_TERMINATE,
    move({ context }, { facts: { now } }) {
      const { revoking, ...rest } = closingTasks(context);
      const outcome = revoking ? ('revoked' as const) : ('terminated' as const);
      const ended = { ...leavingWith(rest, outcome), returned: null, poisoned: null, undo: [] };
      const events = [{ type: 'request.finished' as const, outcome }, { type: 'request.closed' as const }];
      return { value: 'closed', context: { ...ended, outcome, finishedAt: now, closesAt: null }, events };
    },
  },
  act(machine) {
    // Not all of it was called back, so what was carried out stays so.
    const { revoking: _left, ...request } = closingTasks(machine.request);
    return { ...machine, request: { ...request, returned: null, poisoned: null } };
  },
  untaken: (context) => refusal('invalid-state', { state: context.outcome ?? 'draft' }),
};
