import { refusal } from '../request/refusal';
import { demandsOn, DEMAND_DUE, demandsStanding, seatsAwaited, supervisorsOf, type Demand } from '../request/supervision';
import { ownValue } from '../text/own-value';
import { commentBody, hasComment } from './form/asked-form';
import { telling } from './parts/machine-context';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { recordOf } from '../request/standing';
import { ref } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    demand: { hasComment: boolean };
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    demand: {
      /** `people`: who owes the answer; `due`: until when. */
      'answer.demanded': { people: string[]; due: string | null };
    };
  }
  interface OwnNotices {
    demand: 'answer-demanded';
  }
  interface OwnRefusals {
    demand: 'not-supervisor' | 'answer-awaited';
  }
}

/** Whoever supervises a request demands an answer of those who have it: they give it before they decide. Nothing moves, and nobody loses an undo by it. */
export const demandOperation: Operation<'demand'> = {
  ...PLAIN,
  type: 'demand',
  scope: 'request',
  onStep: false,
  body: commentBody,
  button: { zh: '要求答复', en: 'Demand an answer' },
  past: { zh: '已要求答复', en: 'Answer demanded' },
  confirm: {
    title: { zh: '要求现在的处理人答复？', en: 'Demand an answer from whoever has it now?' },
    consequence: {
      zh: '对方须在 1 个工作日内答复，答复之前不能作决定；逾期未答复，您会收到消息。',
      en: 'They answer within a working day, and cannot decide before they have. You are told if they do not.',
    },
  },
  group: 'ask',
  needsComment: () => true,
  events: {
    'answer.demanded': {
      tells: ({ people, due }) => ({ notice: 'answer-demanded', step: null, to: people, ...(due === null ? {} : { due }) }),
      text({ people }, { person }) {
        const names = people.map(person);
        return {
          zh: `督办：要求${names.map(({ zh }) => zh).join('、')}答复`,
          en: `Demanded an answer from ${names.map(({ en }) => en).join(', ')}`,
        };
      },
    },
  },
  notices: {
    'answer-demanded': ({ request, actor, due }) => ({
      zh: `${actor?.zh ?? '督办人'}督办「${request.zh}」，要求您${due ? `在 ${due.zh} 前` : ''}答复`,
      en: `${actor?.en ?? 'Whoever supervises it'} demands an answer from you about “${request.en}”${due ? ` by ${due.en}` : ''}`,
    }),
  },
  refusals: {
    'not-supervisor': {
      kind: 'forbidden',
      silent: true,
      text: () => ({ zh: '只有督办人可以这样做', en: 'Only somebody who supervises the request may do this' }),
    },
    'answer-awaited': {
      kind: 'conflict',
      text: () => ({ zh: '已要求答复，对方还没有答复', en: 'An answer has been demanded already, and they still owe it' }),
    },
  },
  concerns: ({ context }, actor) => context.outcome === null && context.returned === null && supervisorsOf(context).includes(actor.id),
  read: (body) => ({ hasComment: hasComment(body) }),
  attempt: () => ({ hasComment: true }),
  asksAlong: () => [DEMAND_DUE],
  at: {
    walk: () => [{ guard: [ref('supervises'), ref('answer-awaited'), ref('comment-required', { where: true })], actions: [ref('demand')] }],
  },
  act(machine, { command, facts, n }) {
    const { request } = machine;
    const verdict = ownValue(facts.seats, DEMAND_DUE);
    const due = verdict?.kind === 'until' ? verdict.at : null;
    const asked = seatsAwaited(request, command.actor).filter(({ step, name }) => demandsOn(request, step, name).length === 0);
    const made = asked.map(({ step, name }): Demand => {
      const opening = recordOf(request, step)?.generation ?? 0;
      return { step, opening, seat: name, by: command.actor, n, at: facts.now, due };
    });
    const still = demandsStanding(request)
      .filter((demand) => !made.some(({ step, seat }) => step === demand.step && seat === demand.seat))
      .map(({ of: _of, ...demand }) => demand);
    const people = [...new Set(asked.map(({ seat }) => seat.person))].sort();
    return telling({ ...machine, request: { ...request, demands: [...still, ...made] } }, { type: 'answer.demanded', people, due });
  },
  untaken: (context) => refusal('invalid-state', { state: context.outcome ?? '' }),
};
