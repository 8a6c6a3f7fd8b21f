import type { CommandType } from '../request/command';
import { abstainOperation } from './abstain.operation';
import { approveOperation } from './approve.operation';
import { assignOperation } from './assign.operation';
import { blockOperation } from './block.operation';
import { correctOperation } from './correct.operation';
import { directoryChangedOperation } from './directory-changed.operation';
import type { Operation } from './operation';
import { rejectOperation } from './reject.operation';
import { resolveAgainOperation } from './resolve-again.operation';
import { resubmitOperation } from './resubmit.operation';
import { returnOperation } from './return.operation';
import { submitOperation } from './submit.operation';
import { terminateOperation } from './terminate.operation';
import { timerOperation } from './timer.operation';
import { undoOperation } from './undo.operation';
import { withdrawOperation } from './withdraw.operation';

/** Every operation, in the order of its button. A new one is one file and one line here. */
export const OPERATIONS: { [T in CommandType]: Operation<T> } = {
  submit: submitOperation,
  resubmit: resubmitOperation,
  approve: approveOperation,
  reject: rejectOperation,
  return: returnOperation,
  abstain: abstainOperation,
  withdraw: withdrawOperation,
  undo: undoOperation,
  'resolve-again': resolveAgainOperation,
  assign: assignOperation,
  correct: correctOperation,
  terminate: terminateOperation,
  'directory.changed': directoryChangedOperation,
  timer: timerOperation,
  block: blockOperation,
};
