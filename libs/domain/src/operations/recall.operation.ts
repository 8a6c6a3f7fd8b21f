import { refusal } from '../request/refusal';
import type { RequestContext } from '../request/request-state';
import { openSeats } from '../request/standing';
import { emptyBody } from './form/asked-form';
import { telling, type MachineContext } from './parts/machine-context';
import { withSeat } from './seats/on-seat';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { ref } from '../definition/state-json';
import { ownValue } from '../text/own-value';

declare module '../request/command' {
  interface CommandShapes {
    recall: object;
  }
}
declare module '../request/words/own-words' {
  interface OwnRefusals {
    recall: 'nothing-lent';
  }
  interface OwnEvents {
    recall: { 'advice.recalled': { step: string; of: string } };
  }
  interface OwnClosings {
    recall: 'recalled';
  }
  interface OwnNotices {
    recall: 'advice-recalled';
  }
}

/** Seats that a person has lent for advice, each with its step. */
function lentBy({ steps }: Pick<RequestContext, 'steps'>, person: string): { step: string; name: string }[] {
  return Object.entries(steps).flatMap(([step, record]) =>
    openSeats(record).flatMap(([name, seat]) => (seat.lentBy === person ? [{ step, name }] : [])),
  );
}

/** Takes a task back that was given away for advice, without waiting for it. */
export const recallOperation: Operation<'recall'> = {
  ...PLAIN,
  type: 'recall',
  scope: 'request',
  onStep: false,
  body: emptyBody,
  button: { zh: '收回，不再等意见', en: 'Take back without advice' },
  past: { zh: '已收回', en: 'Taken back' },
  confirm: {
    title: { zh: '不再等意见？', en: 'Not wait for the advice?' },
    consequence: { zh: '这一步回到您这里，由您决定；对方会收到消息。', en: 'The step comes back to you to decide, and they are told.' },
  },
  closes: 'recalled',
  closings: { recalled: { zh: '征求意见已收回', en: 'The question for advice was taken back' } },
  events: {
    'advice.recalled': {
      text({ of }, naming) {
        const name = naming.person(of);
        return { zh: `不再等${name.zh}的意见，收回处理`, en: `Took it back without ${name.en}’s advice` };
      },
    },
  },
  notices: {
    'advice-recalled': ({ request, actor }) => ({
      zh: `「${request.zh}」不再需要您的意见${actor ? `，${actor.zh}已收回` : ''}`,
      en: `Your advice on “${request.en}” is no longer needed${actor ? `; ${actor.en} took it back` : ''}`,
    }),
  },
  tells: 'advice-recalled',
  refusals: {
    'nothing-lent': {
      kind: 'conflict',
      silent: true,
      text: () => ({ zh: '您没有正在征求的意见', en: 'You are not waiting for anybody’s advice' }),
    },
  },
  concerns: ({ context }, actor) => lentBy(context, actor.id).length > 0,
  read: () => ({}),
  attempt: () => ({}),
  at: { walk: () => [{ guard: [ref('has-lent')], actions: [ref('recall')] }] },
  act: (machine, { command, n }) =>
    lentBy(machine.request, command.actor).reduce<MachineContext>((now, { step, name }) => {
      const { lentBy: lender, ...seat } = ownValue(ownValue(now.request.steps, step)?.seats, name) ?? { person: '', generation: n };
      const back = { ...seat, person: lender ?? seat.person, generation: n };
      return telling(withSeat(now, { step, name }, back), { type: 'advice.recalled', step, of: seat.person });
    }, machine),
  untaken: () => refusal('nothing-lent'),
};
