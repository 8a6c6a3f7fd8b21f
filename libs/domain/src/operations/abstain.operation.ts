import { kindOf } from '../definition/step.schema';
import { ref } from '../definition/state-json';
import type { OnTask } from '../request/command';
import { commentBody } from './form/asked-form';
import { attemptOnTask, cast, mayAct, readOnTask, sitsOn, taskGone } from './seats/on-task';
import type { Operation } from './operation';
import { PLAIN } from './parts/plain';

declare module '../request/command' {
  interface CommandShapes {
    abstain: OnTask;
  }
}

/** Says neither yes nor no, where several sign and the definition lets them; what that counts for, the step says. */
export const abstainOperation: Operation<'abstain'> = {
  ...PLAIN,
  type: 'abstain',
  scope: 'task',
  onStep: true,
  ofContent: true,
  body: commentBody,
  button: { zh: '弃权', en: 'Abstain' },
  past: { zh: '已弃权', en: 'Abstained' },
  undone: { zh: '撤销了弃权', en: 'Undid the abstention' },
  place: 'menu',
  undo: 'abstain',
  concerns: sitsOn,
  read: readOnTask,
  attempt: attemptOnTask,
  at: {
    open(place) {
      const { step } = place;
      if (!kindOf(step).mayAbstain?.(step)) return [];
      return [{ guard: mayAct(place), actions: [ref('abstain', { step: step.id })] }];
    },
  },
  act: (machine, event, { step }, process) => cast(machine, event, { step, answer: 'abstain', stance: null }, process),
  untaken: taskGone,
};
