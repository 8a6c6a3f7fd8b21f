import { telling } from './parts/machine-context';
import { handedSeat, ownSeat, withSeat } from './seats/on-seat';
import { mayName, NAMING } from './seats/naming';
import { personOf, type OnPerson } from './seats/on-person';
import type { Operation } from './operation';
import { ref } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    transfer: OnPerson;
  }
}
declare module '../request/words/own-words' {
  interface OwnRefusals {
    transfer: 'already-theirs' | 'own-matter-of';
  }
  interface OwnEvents {
    transfer: { 'task.transferred': { step: string; to: string } };
  }
  interface OwnClosings {
    transfer: 'transferred';
  }
}

/**
 * Hands the task over to somebody else, for good: they decide, and must be somebody whom the rules of the step could have found. Whoever hands it over
 * decides it no more.
 */
export const transferOperation: Operation<'transfer'> = {
  ...NAMING,
  type: 'transfer',
  names: 'decider',
  button: { zh: '转交', en: 'Transfer' },
  past: { zh: '已转交', en: 'Transferred' },
  undone: { zh: '撤销了转交', en: 'Undid the transfer' },
  confirm: {
    title: { zh: '转交给谁？', en: 'Transfer it to whom?' },
    consequence: {
      zh: '换所选的人决定，您不再处理；只能交给有权处理这一步的人。',
      en: 'The person you choose decides instead of you. It has to be somebody who may decide this step.',
    },
  },
  group: 'hand-on',
  closes: 'transferred',
  closings: { transferred: { zh: '已转交他人', en: 'Transferred to somebody else' } },
  events: {
    'task.transferred': {
      text({ to }, naming) {
        const name = naming.person(to);
        return { zh: `转交给${name.zh}`, en: `Transferred to ${name.en}` };
      },
    },
  },
  undo: 'transfer',
  refusals: {
    'already-theirs': {
      kind: 'invalid',
      text: () => ({ zh: '这一步已经在此人手上，请另选他人', en: 'They have this step already; please choose somebody else' }),
    },
    'own-matter-of': {
      kind: 'forbidden',
      text: () => ({
        zh: '此人是这份申请或其上级申请的申请人，或是受益人，不能处理自己的申请，请另选他人',
        en: 'They made this request or the one it belongs to, or benefit from it, so they cannot act on it; please choose somebody else',
      }),
    },
  },
  at: {
    open: (place) => [
      {
        guard: mayName(place, { partial: false, more: [ref('signs-no-item-twice', { step: place.step.id })] }),
        actions: [ref('transfer', { step: place.step.id })],
      },
    ],
  },
  act(machine, { command, n }, { step }) {
    const person = personOf(command);
    const { name, seat } = ownSeat(machine, command);
    return telling(withSeat(machine, { step, name }, handedSeat(seat, person, n)), { type: 'task.transferred', step, to: person });
  },
};
