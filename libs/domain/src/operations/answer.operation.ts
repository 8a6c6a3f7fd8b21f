import type { OnTask } from '../request/command';
import { seatOf } from '../request/standing';
import { telling } from './parts/machine-context';
import { ownSeat, withSeat } from './seats/on-seat';
import { taskGone } from './seats/on-task';
import type { Operation } from './operation';
import { REPLYING, whereAsked } from './seats/replying';
import { ownValue } from '../text/own-value';

declare module '../request/command' {
  interface CommandShapes {
    answer: OnTask;
  }
}
declare module '../request/words/own-words' {
  interface OwnEvents {
    answer: { 'question.answered': { step: string; to: string } };
  }
  interface OwnClosings {
    answer: 'answered';
  }
  interface OwnNotices {
    answer: 'question-answered';
  }
}

/** Answers what somebody has asked; they are told, and the step is with them as before. */
export const answerOperation: Operation<'answer'> = {
  ...REPLYING,
  type: 'answer',
  button: { zh: '答复', en: 'Answer' },
  past: { zh: '已答复', en: 'Answered' },
  undone: { zh: '撤销了答复', en: 'Undid the answer' },
  closes: 'answered',
  closings: { answered: { zh: '已答复', en: 'Answered' } },
  events: {
    'question.answered': {
      tells: ({ step, to }) => ({ notice: 'question-answered', step, to: [to] }),
      text({ to }, naming) {
        const name = naming.person(to);
        return { zh: `答复${name.zh}`, en: `Answered ${name.en}` };
      },
    },
  },
  notices: {
    'question-answered': ({ request, actor }) => ({
      zh: `${actor?.zh ?? '对方'}答复了您对「${request.zh}」的提问`,
      en: `${actor?.en ?? 'They'} answered what you asked about “${request.en}”`,
    }),
  },
  undo: 'answer',
  concerns: ({ context }, actor, step) => step !== null && seatOf(context, { step, person: actor.id })?.[1].question !== undefined,
  at: {
    open: (place) => whereAsked(place, { what: 'answer', does: 'answer' }),
  },
  act(machine, { command }, { step }) {
    const { record, name, seat } = ownSeat(machine, command);
    const asker = ownValue(record.seats, seat.question ?? '')?.person;
    if (asker === undefined) throw new Error(`Expected somebody to have asked ${command.actor}, but nobody has`);
    return telling(withSeat(machine, { step, name }, null), { type: 'question.answered', step, to: asker });
  },
  untaken: taskGone,
};
