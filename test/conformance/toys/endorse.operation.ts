import { commentBody } from '../../../libs/domain/src/operations/form/asked-form';
import { attemptOnTask, cast, mayAct, readOnTask, sitsOn, taskGone } from '../../../libs/domain/src/operations/seats/on-task';
import type { Operation } from '../../../libs/domain/src/operations/operation';
import { PLAIN } from '../../../libs/domain/src/operations/parts/plain';
import { ref } from '../../../libs/domain/src/definition/state-json';
import type { OnTask } from '../../../libs/domain/src/request/command';

declare module '../../../libs/domain/src/request/command' {
  interface CommandShapes {
    endorse: OnTask;
  }
}

declare module '../../../libs/domain/src/request/words/own-words' {
  interface OwnClosings {
    endorse: 'endorsed';
  }
}

/** Passes a step with nothing but a comment. */
export const endorseOperation: Operation<'endorse'> = {
  ...PLAIN,
  type: 'endorse',
  scope: 'task',
  onStep: true,
  ofContent: true,
  body: commentBody,
  button: { zh: '附议', en: 'Endorse' },
  past: { zh: '已附议', en: 'Endorsed' },
  undone: { zh: '撤销了附议', en: 'Took the endorsement back' },
  confirm: { title: { zh: '附议？', en: 'Endorse it?' }, consequence: { zh: '这一步即告通过。', en: 'This step has then passed.' } },
  tone: 'plain',
  place: 'menu',
  needsComment: () => true,
  closes: 'endorsed',
  closings: { endorsed: { zh: '已由他人附议', en: 'Somebody else endorsed it' } },
  tells: null,
  undo: 'endorse',
  concerns: sitsOn,
  read: readOnTask,
  attempt: attemptOnTask,
  at: {
    open: (place) => [
      { guard: [...mayAct(place), ref('comment-required', { where: true })], actions: [ref('endorse', { step: place.step.id })] },
    ],
  },
  act: (machine, event, { step }, process) => cast(machine, event, { step, answer: 'yes', stance: null }, process),
  untaken: taskGone,
};
