import { telling, withStep } from './parts/machine-context';
import { freeSeat, ownSeat } from './seats/on-seat';
import { mayName, NAMING } from './seats/naming';
import { personOf, type OnPerson } from './seats/on-person';
import type { Operation } from './operation';
import { ref } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    ask: OnPerson;
  }
}
declare module '../request/words/own-words' {
  interface OwnRefusals {
    ask: 'asked-only' | 'too-many-questions';
  }
  interface OwnEvents {
    ask: { 'question.asked': { step: string; of: string } };
  }
}

/** Asks somebody for information, its requester for instance. Nothing moves: the task stays where it is, and its clock waits for the answer. */
export const askOperation: Operation<'ask'> = {
  ...NAMING,
  type: 'ask',
  names: 'adviser',
  button: { zh: '要求补充资料', en: 'Ask for information' },
  past: { zh: '已请对方补充', en: 'Asked for information' },
  undone: { zh: '撤销了提问', en: 'Took the question back' },
  confirm: {
    title: { zh: '请谁补充资料？', en: 'Whom do you ask?' },
    consequence: {
      zh: '申请不退回，仍在您这里；对方收到一项待办，答复后您会收到消息。',
      en: 'Nothing is returned and the step stays with you. They get a task, and you are told when they answer.',
    },
  },
  group: 'ask',
  events: {
    'question.asked': {
      text({ of }, naming) {
        const name = naming.person(of);
        return { zh: `请${name.zh}补充资料`, en: `Asked ${name.en} for information` };
      },
    },
  },
  refusals: {
    'asked-only': {
      kind: 'forbidden',
      silent: true,
      text: () => ({ zh: '这一步只请您答复，由提问的人决定', en: 'You are only asked a question here; whoever asked you decides' }),
    },
    'too-many-questions': {
      kind: 'conflict',
      text: ({ most = 10 }) => ({
        zh: `这一步已有 ${String(most)} 个问题在等答复，请先等对方答复`,
        en: `${String(most)} questions are waiting for answers on this step already; please wait for one of them`,
      }),
    },
  },
  undo: 'ask',
  at: {
    open: (place) => [
      {
        guard: mayName(place, { partial: true, more: [ref('few-questions', { step: place.step.id })] }),
        actions: [ref('ask', { step: place.step.id })],
      },
    ],
  },
  act(machine, { command, n }, { step }) {
    const person = personOf(command);
    const { record, name } = ownSeat(machine, command);
    const seats = { ...record.seats, [freeSeat(record.seats)]: { person, generation: n, question: name } };
    return telling(withStep(machine, step, { ...record, seats }), { type: 'question.asked', step, of: person });
  },
};
