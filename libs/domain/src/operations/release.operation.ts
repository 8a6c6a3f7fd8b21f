import type { OnTask } from '../request/command';
import { seatOf } from '../request/standing';
import type { Seat } from '../request/request-state';
import { commentBody } from './form/asked-form';
import { telling, withStep } from './parts/machine-context';
import { actingFor, freeSeat, ownSeat } from './seats/on-seat';
import { attemptOnTask, readOnTask, taskGone, whereClaimed } from './seats/on-task';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { ref } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    release: OnTask;
  }
}
declare module '../request/words/own-words' {
  interface OwnRefusals {
    release: 'not-claimed';
  }
  interface OwnEvents {
    release: { 'task.released': { step: string } };
  }
}

/** Gives a claimed task back to everybody who could have claimed it. */
export const releaseOperation: Operation<'release'> = {
  ...PLAIN,
  type: 'release',
  scope: 'task',
  onStep: true,
  body: commentBody,
  button: { zh: '放回待领取', en: 'Release' },
  past: { zh: '已放回', en: 'Released' },
  confirm: {
    title: { zh: '放回待领取？', en: 'Release it?' },
    consequence: {
      zh: '可以领取的人都会重新收到，由其中一位领取。',
      en: 'Everybody who may claim it is asked again, and one of them takes it.',
    },
  },
  group: 'hand-on',
  events: {
    'task.released': {
      text({ step }, naming) {
        const title = naming.step(step);
        return { zh: `放回「${title.zh}」，待他人领取`, en: `Released “${title.en}” for others to claim` };
      },
    },
  },
  refusals: {
    'not-claimed': {
      kind: 'conflict',
      silent: true,
      text: () => ({ zh: '这一步不是您领取的，不能放回', en: 'You have not claimed this step, so there is nothing to release' }),
    },
  },
  concerns: ({ context }, actor, step) => step !== null && seatOf(context, { step, person: actor.id })?.[1].pool !== undefined,
  read: readOnTask,
  attempt: attemptOnTask,
  at: {
    open: ({ step }) => whereClaimed(step, ref('has-claimed', { step: step.id }), ref('release', { step: step.id })),
  },
  act(machine, { command, n }, { step }) {
    const { record, name, seat } = ownSeat(machine, command);
    const { pool = [], poolFor = {}, ...own } = seat;
    const first = Number(freeSeat(record.seats));
    const others = pool.filter((person) => person !== seat.person);
    const asked = others.map((person, index): [string, Seat] => [
      String(first + index),
      { person, generation: n, ...actingFor(poolFor, person) },
    ]);
    const seats = { ...record.seats, [name]: own, ...Object.fromEntries(asked) };
    return telling(withStep(machine, step, { ...record, seats }), { type: 'task.released', step });
  },
  untaken: taskGone,
};
