import type { Bilingual } from '../text/bilingual';
import type { HumanStep } from '../definition/step.schema';
import type { PersonCommandType } from '../request/command';

/** What the button of a command says. */
export const COMMAND_LABELS: Record<PersonCommandType, Bilingual> = {
  submit: { zh: '提交', en: 'Submit' },
  resubmit: { zh: '重新提交', en: 'Submit again' },
  approve: { zh: '同意', en: 'Approve' },
  reject: { zh: '驳回', en: 'Reject' },
  return: { zh: '退回修改', en: 'Return' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  undo: { zh: '撤销', en: 'Undo' },
  'resolve-again': { zh: '重新查找处理人', en: 'Look for people again' },
};

/** Passing a step is called by what the step asks for. */
export const PASS_LABELS: Record<HumanStep['kind'], Bilingual> = {
  approve: { zh: '同意', en: 'Approve' },
  review: { zh: '审核通过', en: 'Mark as reviewed' },
  opinion: { zh: '签署意见', en: 'Sign opinion' },
  work: { zh: '办理完成', en: 'Mark as done' },
};
