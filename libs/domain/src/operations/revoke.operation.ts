import { ref, stateOf } from '../definition/state-json';
import { refusal } from '../request/refusal';
import { commentBody, hasComment } from './asked-form';
import { telling } from './machine-context';
import type { Operation, RequestPlace } from './operation';
import { PLAIN } from './plain';
import { peopleInvolved } from './reopen.operation';

declare module '../request/command' {
  interface CommandShapes {
    revoke: { hasComment: boolean };
  }
}
declare module '../request/own-words' {
  interface OwnEvents {
    revoke: {
      /** `people`: who had to do with it. */
      'request.revoked': { people: string[] };
    };
  }
  interface OwnNotices {
    revoke: 'request-revoked';
  }
}

function revokes({ definition: { revoke } }: RequestPlace) {
  if (revoke === undefined) return [];
  const { by, days } = revoke;
  return [
    {
      target: stateOf('revoked'),
      guard: [
        ref('may-take-up', { by, outcomes: ['approved'], ...(days === undefined ? {} : { days }) }),
        ref('nothing-carried-out'),
        ref('comment-required', { where: true }),
      ],
      actions: [ref('revoke')],
    },
  ];
}

/** Takes an approval back that was given: the request counts no more, what it held is free again, and everybody who had to do with it hears of it. */
export const revokeOperation: Operation<'revoke'> = {
  ...PLAIN,
  type: 'revoke',
  scope: 'request',
  onStep: false,
  body: commentBody,
  button: { zh: '撤销批准', en: 'Revoke the approval' },
  past: { zh: '已撤销批准', en: 'Revoked' },
  confirm: {
    title: { zh: '撤销这份申请的批准？', en: 'Revoke the approval of this request?' },
    consequence: {
      zh: '批准就此失效，不能恢复；申请人、审批人和收到抄送的人都会收到消息。您的姓名和原因永久留痕。',
      en: 'The approval no longer holds, for good. Its requester, everybody who decided and everybody who was copied are told; your name and reason stay on record.',
    },
  },
  tone: 'danger',
  needsComment: () => true,
  events: {
    'request.revoked': {
      tells: ({ people }) => ({ notice: 'request-revoked', step: null, to: people }),
      text: () => ({ zh: '撤销批准', en: 'Revoked the approval' }),
    },
  },
  notices: {
    'request-revoked': ({ request, actor }) => ({
      zh: `「${request.zh}」的批准已${actor ? `由${actor.zh}` : ''}撤销，不再有效`,
      en: `The approval of “${request.en}” was revoked${actor ? ` by ${actor.en}` : ''} and no longer holds`,
    }),
  },
  concerns: ({ context }, _actor, _step, { definition }) => context.outcome === 'approved' && definition.revoke !== undefined,
  read: (body) => ({ hasComment: hasComment(body) }),
  attempt: () => ({ hasComment: true }),
  at: { finished: revokes, ended: revokes },
  act(machine, { command }) {
    const people = peopleInvolved(machine.request, command.actor);
    return telling({ ...machine, request: { ...machine.request, undo: [] } }, { type: 'request.revoked', people });
  },
  untaken: (context) => refusal(context.outcome === null ? 'invalid-state' : 'not-taken-up', { state: context.outcome ?? 'walk' }),
};
