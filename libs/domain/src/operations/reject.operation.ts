import type { OnTask } from '../request/command';
import { commentBody } from './form/asked-form';
import { attemptOnTask, cast, mayAct, readOnTask, sitsOn, taskGone } from './seats/on-task';
import type { Operation } from './operation';
import { ref } from '../definition/state-json';
import { PLAIN } from './parts/plain';
import { byActor } from './words/notice-words';

declare module '../request/command' {
  interface CommandShapes {
    reject: OnTask;
  }
}
declare module '../request/words/own-words' {
  interface OwnClosings {
    reject: 'rejected';
  }
  interface OwnNotices {
    reject: 'request-rejected';
  }
}

/** Ends the request with a no. */
export const rejectOperation: Operation<'reject'> = {
  ...PLAIN,
  type: 'reject',
  scope: 'task',
  onStep: true,
  ofContent: true,
  body: commentBody,
  button: { zh: '驳回', en: 'Reject' },
  past: { zh: '已驳回', en: 'Rejected' },
  undone: { zh: '撤销了驳回', en: 'Undid the rejection' },
  confirm: null,
  tone: 'danger',
  place: 'beside',
  key: 'r',
  buttonOn: (step) => step.labels.reject,
  said: { zh: '驳回', en: 'Rejected' },
  saidOn: (step) => step.labels.reject,
  needsComment: () => true,
  closes: 'rejected',
  closings: { rejected: { zh: '申请已驳回', en: 'The request was rejected' } },
  notices: { 'request-rejected': byActor('驳回', 'rejected') },
  tells: null,
  undo: 'reject',
  concerns: sitsOn,
  read: readOnTask,
  attempt: attemptOnTask,
  at: {
    open(place) {
      const { step, lanes } = place;
      if (!('mayReject' in step) || !step.mayReject) return [];
      const authority = step.authority ? [ref('has-authority', { authority: step.authority, step: step.id })] : [];
      return [
        {
          guard: [
            ...mayAct(place),
            ...authority,
            ref('nothing-carried-out', lanes.length > 0 ? { lanes } : {}),
            ref('comment-required', { where: true }),
          ],
          actions: [ref('reject', { step: step.id })],
        },
      ];
    },
  },
  act: (machine, event, { step }, process) => cast(machine, event, { step, answer: 'no', stance: null }, process),
  untaken: taskGone,
};
