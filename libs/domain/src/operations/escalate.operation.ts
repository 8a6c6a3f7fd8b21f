import { refusal } from '../request/refusal';
import { peopleAsked, REPORTED_TO, supervisorsOf } from '../request/supervision';
import { ownValue } from '../text/own-value';
import { commentBody, hasComment } from './form/asked-form';
import { telling } from './parts/machine-context';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { ref } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    escalate: { hasComment: boolean };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    escalate: {
      /** `people`: who is told; `of`: who has the request. */
      'request.escalated': { people: string[]; of: string[] };
    };
  }
  interface OwnNotices {
    escalate: 'request-escalated';
  }
  interface OwnRefusals {
    escalate: 'reported-lately';
  }
}

/** Whoever supervises a request reports it to those above whoever has it, as the ladder of a late step does; nothing is decided by it. */
export const escalateOperation: Operation<'escalate'> = {
  ...PLAIN,
  type: 'escalate',
  scope: 'request',
  onStep: false,
  body: commentBody,
  button: { zh: '上报', en: 'Report upward' },
  past: { zh: '已上报', en: 'Reported upward' },
  confirm: {
    title: { zh: '上报给处理人的上级？', en: 'Report it to their superior?' },
    consequence: {
      zh: '现在处理人的上级会收到消息，并能看到这份申请；处理人不变。4 小时内只能上报一次。',
      en: 'Whoever is above those who have it is told, and can read it; it stays with those who have it. Once in 4 hours.',
    },
  },
  group: 'ask',
  needsComment: () => true,
  events: {
    'request.escalated': {
      tells: ({ people }) => ({ notice: 'request-escalated', step: null, to: people }),
      text({ people, of }, { person }) {
        const [told, late] = [people.map(person), of.map(person)];
        return {
          zh: `督办：${late.map(({ zh }) => zh).join('、')}尚未处理，上报${told.map(({ zh }) => zh).join('、')}`,
          en: `Reported to ${told.map(({ en }) => en).join(', ')} that ${late.map(({ en }) => en).join(', ')} still had it`,
        };
      },
    },
  },
  notices: {
    'request-escalated': ({ request, requester, actor }) => ({
      zh: `${actor?.zh ?? '督办人'}上报：${requester.zh}的「${request.zh}」还在您的下属手上，请您督促`,
      en: `${actor?.en ?? 'Whoever supervises it'} reports that “${request.en}” from ${requester.en} still waits for somebody below you; please see to it`,
    }),
  },
  refusals: {
    'reported-lately': {
      kind: 'conflict',
      text: ({ hours = 4, again }, { time }) => {
        const from = typeof again === 'string' ? time(again) : null;
        return {
          zh: from?.zh ? `刚上报过，${from.zh} 起可以再报` : `刚上报过，${String(hours)} 小时内只能上报一次`,
          en: from?.en
            ? `It has been reported already; again from ${from.en}`
            : `It has been reported already; once in ${String(hours)} hours is enough`,
        };
      },
    },
  },
  concerns: ({ context }, actor) => context.outcome === null && context.returned === null && supervisorsOf(context).includes(actor.id),
  read: (body) => ({ hasComment: hasComment(body) }),
  attempt: () => ({ hasComment: true }),
  asksAlong: () => [REPORTED_TO],
  at: {
    walk: () => [
      { guard: [ref('supervises'), ref('reported-lately'), ref('comment-required', { where: true })], actions: [ref('escalate')] },
    ],
  },
  act(machine, { command, facts }) {
    const { request } = machine;
    const verdict = ownValue(facts.seats, REPORTED_TO);
    const above = verdict?.kind === 'seats' ? verdict.people : [];
    const people = [...new Set(above)].filter((person) => person !== command.actor).sort();
    const of = peopleAsked(request, command.actor);
    return telling({ ...machine, request: { ...request, reportedAt: facts.now } }, { type: 'request.escalated', people, of });
  },
  untaken: (context) => refusal('invalid-state', { state: context.outcome ?? '' }),
};
