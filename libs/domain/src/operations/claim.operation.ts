import type { OnTask } from '../request/command';
import { claimableSeats, recordOf } from '../request/standing';
import { emptyBody } from './form/asked-form';
import { telling, withStep } from './parts/machine-context';
import { ownSeat, poolFor } from './seats/on-seat';
import { attemptOnTask, readOnTask, sitsOn, taskGone, whereClaimed } from './seats/on-task';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';
import { ref } from '../definition/state-json';

declare module '../request/command' {
  interface CommandShapes {
    claim: OnTask;
  }
}
declare module '../request/words/own-words' {
  interface OwnRefusals {
    claim: 'claim-first' | 'nothing-to-claim';
  }
  interface OwnEvents {
    claim: { 'task.claimed': { step: string } };
  }
  interface OwnClosings {
    claim: 'claimed';
  }
}

/** Of several people whom a step found, one takes it; the others are asked no more until it is released. */
export const claimOperation: Operation<'claim'> = {
  ...PLAIN,
  type: 'claim',
  scope: 'task',
  onStep: true,
  body: emptyBody,
  button: { zh: '领取', en: 'Claim' },
  past: { zh: '已领取', en: 'Claimed' },
  place: 'beside',
  key: 'c',
  closes: 'claimed',
  closings: { claimed: { zh: '已由他人领取', en: 'Claimed by somebody else' } },
  events: {
    'task.claimed': {
      text({ step }, naming) {
        const title = naming.step(step);
        return { zh: `领取「${title.zh}」`, en: `Claimed “${title.en}”` };
      },
    },
  },
  refusals: {
    'claim-first': {
      kind: 'conflict',
      text: () => ({ zh: '请先领取，再处理', en: 'Please claim it first' }),
    },
    'nothing-to-claim': {
      kind: 'conflict',
      silent: true,
      text: () => ({ zh: '这一步已经只由您处理，无需领取', en: 'This step is yours alone already; there is nothing to claim' }),
    },
  },
  concerns: (state, actor, step) => sitsOn(state, actor, step) && claimableSeats(recordOf(state.context, step ?? '')).length > 1,
  read: readOnTask,
  attempt: attemptOnTask,
  at: {
    open: ({ step }) => whereClaimed(step, ref('may-claim', { step: step.id }), ref('claim', { step: step.id })),
  },
  act(machine, { command }, { step }) {
    const { record, name, seat } = ownSeat(machine, command);
    const claimable = claimableSeats(record);
    const pool = claimable.map(([, { person }]) => person);
    if (pool.length < 2) return machine;
    const others = claimable.map(([each]) => each).filter((each) => each !== name);
    const kept = Object.entries(record.seats).filter(([each, { question }]) => !others.includes(each) && !others.includes(question ?? ''));
    const seats = { ...Object.fromEntries(kept), [name]: { ...seat, pool, ...poolFor(claimable.map(([, each]) => each)) } };
    return telling(withStep(machine, step, { ...record, seats }), { type: 'task.claimed', step });
  },
  untaken: taskGone,
};
