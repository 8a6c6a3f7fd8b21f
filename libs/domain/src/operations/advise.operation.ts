import type { OnTask } from '../request/command';
import { refusal } from '../request/refusal';
import { seatOf } from '../request/standing';
import { telling } from './parts/machine-context';
import { ownSeat, withSeat } from './seats/on-seat';
import { taskGone } from './seats/on-task';
import type { Operation } from './operation';
import { REPLYING, whereAsked } from './seats/replying';

declare module '../request/command' {
  interface CommandShapes {
    advise: OnTask;
  }
}
declare module '../request/words/own-words' {
  interface OwnRefusals {
    advise: 'not-asked';
  }
  interface OwnEvents {
    advise: { 'advice.given': { step: string; to: string } };
  }
  interface OwnClosings {
    advise: 'advised';
  }
}

/** Writes the opinion that was asked for, and gives the task back: whoever asked for it decides. */
export const adviseOperation: Operation<'advise'> = {
  ...REPLYING,
  type: 'advise',
  button: { zh: '回复意见', en: 'Give advice' },
  past: { zh: '已回复意见', en: 'Advice given' },
  undone: { zh: '撤销了回复的意见', en: 'Undid the advice' },
  closes: 'advised',
  closings: { advised: { zh: '已回复意见', en: 'Advice given' } },
  events: {
    'advice.given': {
      text({ to }, naming) {
        const name = naming.person(to);
        return { zh: `向${name.zh}回复意见`, en: `Gave ${name.en} advice` };
      },
    },
  },
  undo: 'advise',
  refusals: {
    'not-asked': {
      kind: 'conflict',
      silent: true,
      text: () => ({ zh: '没有人在等您的意见或答复', en: 'Nobody is waiting for your advice or answer' }),
    },
  },
  concerns: ({ context }, actor, step) => step !== null && seatOf(context, { step, person: actor.id })?.[1].lentBy !== undefined,
  at: {
    open: (place) => whereAsked(place, { what: 'advice', does: 'advise' }),
  },
  act(machine, { command, n }, { step }) {
    const { name, seat } = ownSeat(machine, command);
    const { lentBy, ...own } = seat;
    if (lentBy === undefined) throw new Error(`Expected somebody to have asked ${command.actor} for advice, but nobody has`);
    const back = { ...own, person: lentBy, generation: n };
    return telling(withSeat(machine, { step, name }, back), { type: 'advice.given', step, to: lentBy });
  },
  untaken: (context, command) => taskGone(context, command) ?? refusal('invalid-state'),
};
