import { z } from 'zod';
import { ref } from '../../../libs/domain/src/definition/state-json';
import { commentSchema, wireFormSchema } from '../../../libs/domain/src/operations/form/asked-form';
import { attemptOnTask, cast, mayAct, readOnTask, sitsOn, taskGone } from '../../../libs/domain/src/operations/seats/on-task';
import type { Operation } from '../../../libs/domain/src/operations/operation';
import { PLAIN } from '../../../libs/domain/src/operations/parts/plain';
import { mayWrite, NOTHING_WRITTEN, readWriting, writing } from '../../../libs/domain/src/operations/form/step-writing';
import type { OnTask, StepWriting } from '../../../libs/domain/src/request/command';

declare module '../../../libs/domain/src/request/command' {
  interface CommandShapes {
    appraise: OnTask & StepWriting;
  }
}

/** Passes a step with what its decider writes. */
export const appraiseOperation: Operation<'appraise'> = {
  ...PLAIN,
  type: 'appraise',
  scope: 'task',
  onStep: true,
  ofContent: true,
  brings: 'fields',
  body: z.strictObject({ comment: commentSchema, fields: wireFormSchema }),
  button: { zh: '评估', en: 'Appraise' },
  past: { zh: '已评估', en: 'Appraised' },
  undone: { zh: '撤销了评估', en: 'Took the appraisal back' },
  undo: 'appraise',
  concerns: sitsOn,
  read: (body, reading) => ({ ...readOnTask(body), ...readWriting(body, reading) }),
  attempt: (state, at) => ({ ...attemptOnTask(state, at), ...NOTHING_WRITTEN }),
  at: { open: (place) => [{ guard: [...mayAct(place), ...mayWrite(place.step.id)], actions: [ref('appraise', { step: place.step.id })] }] },
  act: (machine, event, { step }, process) => writing(cast(machine, event, { step, answer: 'yes', stance: null }, process), event.command),
  untaken: taskGone,
};
