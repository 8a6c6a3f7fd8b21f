import { compensatingSteps } from '../definition/structure/compensating';
import { ref, stateOf, WALK } from '../definition/state-json';
import { WHOLE } from '../definition/structure/structure';
import { leavingWith } from '../request/links/children';
import { refusal } from '../request/refusal';
import type { Done, RequestContext } from '../request/request-state';
import { commentBody, hasComment } from './form/asked-form';
import { telling } from './parts/machine-context';
import type { Operation, RequestPlace } from './operation';
import { PLAIN } from './parts/plain';
import { peopleInvolved } from './reopen.operation';

declare module '../request/command' {
  interface CommandShapes {
    revoke: { hasComment: boolean };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    revoke: {
      /** `people`: who had to do with it. */
      'request.revoked': { people: string[] };
    };
  }
  interface OwnNotices {
    revoke: 'request-revoked' | 'request-called-back';
  }
  interface OwnRefusals {
    revoke: 'being-revoked';
  }
}

function revokes({ definition }: RequestPlace) {
  if (definition.revoke === undefined) return [];
  const { by, days } = definition.revoke;
  const compensates = compensatingSteps(definition).length > 0;
  return [
    {
      target: compensates ? WALK : stateOf('revoked'),
      guard: [
        ref('may-take-up', { by, outcomes: ['approved'], ...(days === undefined ? {} : { days }) }),
        // What was carried out can be called back where steps say how.
        ...(compensates ? [] : [ref('nothing-carried-out')]),
        ref('comment-required', { where: true }),
      ],
      actions: [ref('revoke')],
    },
  ];
}

/** The request is under way again, on the steps that call back what followed from its approval. */
function callingBack(request: RequestContext, revoking: Done): RequestContext {
  const walked = { ...request.walked, [WHOLE]: revoking.n };
  return { ...leavingWith(request, 'revoked'), undo: [], outcome: null, finishedAt: null, closesAt: null, walked, revoking };
}

/**
 * Takes an approval back that was given: the request counts no more, and everybody who had to do with it hears of it. Where the definition has
 * compensating steps, they are walked first; then it ends as revoked, and what it held is free again.
 */
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
      zh: '批准就此失效，不能恢复；流程设有善后步骤的，接着由相关人员办理。申请人、审批人和收到抄送的人都会收到消息。您的姓名和原因永久留痕。',
      en: 'The approval no longer holds, for good; where the process has steps that call back what followed from it, they come next. Its requester, everybody who decided and everybody who was copied are told; your name and reason stay on record.',
    },
  },
  followsToo: ({ becomesPlan }) =>
    becomesPlan === undefined
      ? null
      : {
          zh: '它写入预算的金额，没有被占用的部分随即收回；已占用和已支出的不受影响。',
          en: 'What it added to the budget is taken back as far as nobody holds it; what is held or spent stays covered.',
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
    'request-called-back': ({ request }) => ({
      zh: `「${request.zh}」撤销批准后的善后办理已结束`,
      en: `The steps that followed the revoking of “${request.en}” have come to their end`,
    }),
  },
  refusals: {
    'being-revoked': {
      kind: 'conflict',
      text: () => ({
        zh: '这份申请的批准已经撤销，正在办理善后步骤',
        en: 'The approval of this request has been revoked already; what followed from it is being called back',
      }),
    },
  },
  concerns: ({ context }, _actor, _step, { definition }) =>
    (context.outcome === 'approved' || context.revoking !== undefined) && definition.revoke !== undefined,
  read: (body) => ({ hasComment: hasComment(body) }),
  attempt: () => ({ hasComment: true }),
  at: { finished: revokes, ended: revokes },
  act(machine, { command, facts, n }, _params, process) {
    const { request } = machine;
    const people = peopleInvolved(request, command.actor);
    const after =
      compensatingSteps(process.definition).length === 0
        ? { ...request, undo: [] }
        : callingBack(request, { person: command.actor, n, at: facts.now });
    return telling({ ...machine, request: after }, { type: 'request.revoked', people });
  },
  untaken: ({ outcome, revoking }) => {
    if (revoking) return refusal('being-revoked');
    return refusal(outcome === null ? 'invalid-state' : 'not-taken-up', { state: outcome ?? 'walk' });
  },
};
