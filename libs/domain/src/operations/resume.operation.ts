import { OPERATE_RIGHT } from '../guards/is-owner.guard';
import { refusal } from '../request/refusal';
import { peopleAsked } from '../request/supervision';
import { commentBody } from './form/asked-form';
import { telling } from './parts/machine-context';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { ref } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    resume: object;
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    resume: { 'request.resumed': { /** How long it was suspended. */ ms: number; people: string[] } };
  }
  interface OwnNotices {
    resume: 'request-resumed';
  }
  interface OwnRefusals {
    resume: 'not-suspended';
  }
}

const MAY_RESUME = [ref('is-suspended'), ref('has-right', { right: OPERATE_RIGHT })];

/** Lets a suspended request go on where it stood. */
export const resumeOperation: Operation<'resume'> = {
  ...PLAIN,
  type: 'resume',
  scope: 'operator',
  onStep: false,
  body: commentBody,
  button: { zh: '恢复', en: 'Resume' },
  past: { zh: '已恢复', en: 'Resumed' },
  confirm: {
    title: { zh: '恢复这份申请？', en: 'Resume this request?' },
    consequence: {
      zh: '申请从挂起的地方继续，时限顺延；处理人会收到消息。',
      en: 'It goes on where it stood, deadlines move by the pause, and whoever has it is told.',
    },
  },
  events: {
    'request.resumed': {
      tells: ({ people }) => ({ notice: 'request-resumed', step: null, to: people }),
      text: () => ({ zh: '恢复申请', en: 'Resumed the request' }),
    },
  },
  notices: {
    'request-resumed': ({ request }) => ({
      zh: `「${request.zh}」已恢复，可以继续处理`,
      en: `“${request.en}” was resumed and can be acted on again`,
    }),
  },
  refusals: {
    'not-suspended': {
      kind: 'conflict',
      silent: true,
      text: () => ({ zh: '这份申请没有挂起', en: 'This request is not suspended' }),
    },
  },
  whileStopped: true,
  whileSuspended: true,
  concerns: ({ context }, actor) => context.suspendedAt !== undefined && actor.rights.includes(OPERATE_RIGHT),
  read: () => ({}),
  attempt: () => ({}),
  at: {
    walk: () => [{ guard: MAY_RESUME, actions: [ref('resume')] }],
    returned: () => [{ guard: MAY_RESUME, actions: [ref('resume')] }],
  },
  act(machine, { facts }) {
    const { suspendedAt, ...request } = machine.request;
    const ms = Math.max(0, Date.parse(facts.now) - Date.parse(suspendedAt ?? facts.now));
    const people = [...new Set([...peopleAsked(request), request.requester?.id ?? ''])].sort();
    return telling({ ...machine, request }, { type: 'request.resumed', ms, people });
  },
  untaken: () => refusal('not-suspended'),
};
