import { telling } from './parts/machine-context';
import { ownSeat, withSeat } from './seats/on-seat';
import { mayName, NAMING } from './seats/naming';
import { personOf, type OnPerson } from './seats/on-person';
import type { Operation } from './operation';
import { ref } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    consult: OnPerson;
  }
}
declare module '../request/words/own-words' {
  interface OwnRefusals {
    consult: 'advice-only';
  }
  interface OwnEvents {
    consult: { 'advice.asked': { step: string; of: string } };
  }
  interface OwnClosings {
    consult: 'lent';
  }
}

/** Gives the task away to hear what somebody thinks of it: they write an opinion, it comes back, and whoever gave it away decides. */
export const consultOperation: Operation<'consult'> = {
  ...NAMING,
  type: 'consult',
  names: 'adviser',
  button: { zh: '征求意见后由我决定', en: 'Ask for advice, then decide' },
  past: { zh: '已征求意见', en: 'Advice asked for' },
  undone: { zh: '撤销了征求意见', en: 'Took the question for advice back' },
  confirm: {
    title: { zh: '征求谁的意见？', en: 'Whose advice do you want?' },
    consequence: {
      zh: '对方写意见，不决定；写完回到您这里，由您决定。您也可以随时收回。',
      en: 'They write what they think and decide nothing; then it comes back to you to decide. You can take it back at any time.',
    },
  },
  group: 'hand-on',
  closes: 'lent',
  closings: { lent: { zh: '正在征求意见', en: 'Advice is being asked for' } },
  events: {
    'advice.asked': {
      text({ of }, naming) {
        const name = naming.person(of);
        return { zh: `征求${name.zh}的意见`, en: `Asked ${name.en} for advice` };
      },
    },
  },
  undo: 'consult',
  refusals: {
    'advice-only': {
      kind: 'forbidden',
      silent: true,
      text: () => ({ zh: '这一步只征求您的意见，由征求意见的人决定', en: 'You are only asked for advice here; whoever asked you decides' }),
    },
  },
  at: {
    open: (place) => [{ guard: mayName(place, { partial: false }), actions: [ref('consult', { step: place.step.id })] }],
  },
  act(machine, { command, n }, { step }) {
    const person = personOf(command);
    const { name, seat } = ownSeat(machine, command);
    const lent = { ...seat, person, generation: n, lentBy: seat.person };
    return telling(withSeat(machine, { step, name }, lent), { type: 'advice.asked', step, of: person });
  },
};
