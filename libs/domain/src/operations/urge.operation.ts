import { looksAfterRequests } from '../guards/may-urge.guard';
import { refusal } from '../request/refusal';
import { isWaitedFor, peopleAsked, supervisorsOf } from '../request/supervision';
import { commentBody } from './form/asked-form';
import { telling } from './parts/machine-context';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { ref } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    urge: object;
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    urge: { 'request.urged': { people: string[] } };
  }
  interface OwnNotices {
    urge: 'request-urged';
  }
  interface OwnRefusals {
    urge: 'urged-lately' | 'nobody-to-urge' | 'waits-for-you';
  }
}

/** Its requester, or somebody who looks after requests, reminds those who have it. Nothing else changes, and nobody loses an undo by it. */
export const urgeOperation: Operation<'urge'> = {
  ...PLAIN,
  type: 'urge',
  scope: 'request',
  onStep: false,
  body: commentBody,
  button: { zh: '催办', en: 'Remind' },
  past: { zh: '已催办', en: 'Reminded' },
  confirm: {
    title: { zh: '催办这份申请？', en: 'Remind them of this request?' },
    consequence: {
      zh: '现在的处理人会收到消息；4 小时内只能催办一次。',
      en: 'Whoever has it now is told. You can remind them once in 4 hours.',
    },
  },
  group: 'ask',
  likely: true,
  events: {
    'request.urged': {
      tells: ({ people }) => ({ notice: 'request-urged', step: null, to: people }),
      text: () => ({ zh: '催办', en: 'Sent a reminder' }),
    },
  },
  notices: {
    'request-urged': ({ request, requester, actor }) => ({
      zh: `${(actor ?? requester).zh}催您处理「${request.zh}」`,
      en: `${(actor ?? requester).en} is waiting for you to act on “${request.en}”`,
    }),
  },
  refusals: {
    'urged-lately': {
      kind: 'conflict',
      text: ({ hours = 4, again }, { time }) => {
        const from = typeof again === 'string' ? time(again) : null;
        return {
          zh: from?.zh ? `刚催办过，${from.zh} 起可以再催` : `刚催办过，${String(hours)} 小时内只能催办一次`,
          en: from?.en
            ? `They have been reminded already; again from ${from.en}`
            : `They have been reminded already; once in ${String(hours)} hours is enough`,
        };
      },
    },
    'waits-for-you': {
      kind: 'conflict',
      text: () => ({ zh: '现在等的就是您，没有别人可催', en: 'It waits for you alone; there is nobody else to remind' }),
    },
    'nobody-to-urge': {
      kind: 'conflict',
      text: () => ({ zh: '现在没有可以催办的人', en: 'There is nobody to remind now' }),
    },
  },
  concerns: ({ context }, actor) =>
    (context.requester?.id === actor.id ||
      supervisorsOf(context).includes(actor.id) ||
      isWaitedFor(context, actor.id) ||
      (looksAfterRequests(actor) && peopleAsked(context, actor.id).length > 0)) &&
    context.outcome === null &&
    context.returned === null,
  read: () => ({}),
  attempt: () => ({}),
  at: { walk: () => [{ guard: [ref('may-urge')], actions: [ref('urge')] }] },
  act(machine, { facts, command }) {
    const { request } = machine;
    const urged = { ...machine, request: { ...request, urgedAt: facts.now } };
    return telling(urged, { type: 'request.urged', people: peopleAsked(request, command.actor) });
  },
  untaken: (context) => refusal('invalid-state', { state: context.outcome ?? '' }),
};
