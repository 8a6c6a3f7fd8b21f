import type { CommandType } from '../request/command';
import { abstainOperation } from './abstain.operation';
import { signAfterOperation, signBeforeOperation, signBesideOperation } from './add-signer.operation';
import { approveOperation } from './approve.operation';
import { assignOperation } from './assign.operation';
import { blockOperation } from './block.operation';
import { correctOperation } from './correct.operation';
import { directoryChangedOperation } from './directory-changed.operation';
import { transferOperation } from './transfer.operation';
import { consultOperation } from './consult.operation';
import { adviseOperation } from './advise.operation';
import { recallOperation } from './recall.operation';
import { callAgainOperation } from './call-again.operation';
import { callEndedOperation } from './call-ended.operation';
import { childEndedOperation } from './child-ended.operation';
import { parentEndedOperation } from './parent-ended.operation';
import { claimOperation } from './claim.operation';
import { releaseOperation } from './release.operation';
import { askOperation } from './ask.operation';
import { answerOperation } from './answer.operation';
import { copyOperation } from './copy.operation';
import { urgeOperation } from './urge.operation';
import { reassignOperation } from './reassign.operation';
import { startChildOperation } from './start-child.operation';
import { suspendOperation } from './suspend.operation';
import { resumeOperation } from './resume.operation';
import type { Operation } from './operation';
import { payPartOperation } from './pay-part.operation';
import { rejectOperation } from './reject.operation';
import { removeSignerOperation } from './remove-signer.operation';
import { resolveAgainOperation } from './resolve-again.operation';
import { resubmitOperation } from './resubmit.operation';
import { decideRowsOperation } from './decide-rows.operation';
import { returnOperation } from './return.operation';
import { submitOperation } from './submit.operation';
import { endWaitOperation } from './end-wait.operation';
import { jumpOperation } from './jump.operation';
import { overrideOperation } from './override.operation';
import { leaveOutOperation } from './leave-out.operation';
import { reopenOperation } from './reopen.operation';
import { revokeOperation } from './revoke.operation';
import { takeBackOperation } from './take-back.operation';
import { terminateOperation } from './terminate.operation';
import { timerOperation } from './timer.operation';
import { tickOperation } from './tick.operation';
import { answerDemandOperation } from './answer-demand.operation';
import { confirmReadOperation } from './confirm-read.operation';
import { demandOperation } from './demand.operation';
import { escalateOperation } from './escalate.operation';
import { undoOperation } from './undo.operation';
import { untickOperation } from './untick.operation';
import { waiveOperation } from './waive.operation';
import { withdrawOperation } from './withdraw.operation';

/** Every operation, in the order of its button. A new one is one file and one line here. */
export const OPERATIONS: { [T in CommandType]: Operation<T> } = {
  submit: submitOperation,
  resubmit: resubmitOperation,
  approve: approveOperation,
  'decide-rows': decideRowsOperation,
  'pay-part': payPartOperation,
  tick: tickOperation,
  untick: untickOperation,
  waive: waiveOperation,
  reject: rejectOperation,
  return: returnOperation,
  abstain: abstainOperation,
  'sign-before': signBeforeOperation,
  'sign-after': signAfterOperation,
  'sign-beside': signBesideOperation,
  'remove-signer': removeSignerOperation,
  claim: claimOperation,
  advise: adviseOperation,
  answer: answerOperation,
  'answer-demand': answerDemandOperation,
  transfer: transferOperation,
  consult: consultOperation,
  release: releaseOperation,
  recall: recallOperation,
  ask: askOperation,
  copy: copyOperation,
  urge: urgeOperation,
  demand: demandOperation,
  escalate: escalateOperation,
  'confirm-read': confirmReadOperation,
  'start-child': startChildOperation,
  'leave-out': leaveOutOperation,
  withdraw: withdrawOperation,
  undo: undoOperation,
  'take-back': takeBackOperation,
  reopen: reopenOperation,
  revoke: revokeOperation,
  'resolve-again': resolveAgainOperation,
  assign: assignOperation,
  reassign: reassignOperation,
  override: overrideOperation,
  'call-again': callAgainOperation,
  'end-wait': endWaitOperation,
  jump: jumpOperation,
  suspend: suspendOperation,
  resume: resumeOperation,
  correct: correctOperation,
  terminate: terminateOperation,
  'directory.changed': directoryChangedOperation,
  'call.ended': callEndedOperation,
  'child.ended': childEndedOperation,
  'parent.ended': parentEndedOperation,
  timer: timerOperation,
  block: blockOperation,
};
