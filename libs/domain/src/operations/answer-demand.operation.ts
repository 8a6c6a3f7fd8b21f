import type { OnTask } from '../request/command';
import { seatOf } from '../request/standing';
import { demandsOn } from '../request/supervision';
import { telling } from './parts/machine-context';
import { ownSeat } from './seats/on-seat';
import { taskGone } from './seats/on-task';
import type { Operation } from './operation';
import { REPLYING } from './seats/replying';
import { ref } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    'answer-demand': OnTask;
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    'answer-demand': { 'demand.answered': { step: string; to: string[] } };
  }
  interface OwnNotices {
    'answer-demand': 'demand-answered';
  }
  interface OwnRefusals {
    'answer-demand': 'answer-first' | 'nothing-demanded';
  }
}

/** Answers what whoever supervises the request demands; they are told, and the task is as it was. It stays said. */
export const answerDemandOperation: Operation<'answer-demand'> = {
  ...REPLYING,
  type: 'answer-demand',
  button: { zh: '答复督办', en: 'Answer the demand' },
  past: { zh: '已答复督办', en: 'Demand answered' },
  events: {
    'demand.answered': {
      tells: ({ step, to }) => ({ notice: 'demand-answered', step, to }),
      text({ to }, { person }) {
        const names = to.map(person);
        return { zh: `答复${names.map(({ zh }) => zh).join('、')}的督办`, en: `Answered ${names.map(({ en }) => en).join(', ')}` };
      },
    },
  },
  notices: {
    'demand-answered': ({ request, actor }) => ({
      zh: `${actor?.zh ?? '处理人'}答复了您对「${request.zh}」的督办`,
      en: `${actor?.en ?? 'Whoever has it'} answered what you demanded about “${request.en}”`,
    }),
  },
  refusals: {
    'answer-first': {
      kind: 'conflict',
      text: () => ({
        zh: '督办人要求您答复，请先答复再处理',
        en: 'Whoever supervises the request demands an answer from you; please give it before you decide',
      }),
    },
    'nothing-demanded': {
      kind: 'conflict',
      silent: true,
      text: () => ({ zh: '没有要您答复的督办', en: 'No answer is demanded from you' }),
    },
  },
  concerns({ context }, actor, step) {
    const found = step === null ? null : seatOf(context, { step, person: actor.id });
    return step !== null && found !== null && found !== undefined && demandsOn(context, step, found[0]).length > 0;
  },
  at: {
    open: ({ step: { id } }) => [
      {
        guard: [ref('is-assignee', { step: id }), ref('owes-answer', { step: id, owes: true }), ref('comment-required', { where: true })],
        actions: [ref('answer-demand', { step: id })],
      },
    ],
  },
  act(machine, { command }, { step }) {
    const { request } = machine;
    const { name } = ownSeat(machine, command);
    const answered = demandsOn(request, step, name);
    const demands = (request.demands ?? []).filter((demand) => !answered.includes(demand));
    const to = [...new Set(answered.map(({ by }) => by))];
    return telling({ ...machine, request: { ...request, demands } }, { type: 'demand.answered', step, to });
  },
  untaken: taskGone,
};
