import { addedOne } from './added-one.guard';
import { mayLeaveOut } from './may-leave-out.guard';
import { mayTakeUp } from './may-take-up.guard';
import { mayWithdraw } from './may-withdraw.guard';
import { notBeforeCarriedOut } from './not-before-carried-out.guard';
import { askedInVain } from './asked-in-vain.guard';
import { choicesMade } from './choices-made.guard';
import { commentRequired } from './comment-required.guard';
import { notDoneBefore } from './done-before.guard';
import { distinctDeciders } from './distinct-deciders.guard';
import { hasAuthority } from './has-authority.guard';
import { hasRight } from './has-right.guard';
import { isAssignee } from './is-assignee.guard';
import { isBlocked } from './is-blocked.guard';
import { isOwner } from './is-owner.guard';
import { isRequester } from './is-requester.guard';
import { isStopped } from './is-stopped.guard';
import { mayTick } from './may-tick.guard';
import { mayUntick } from './may-untick.guard';
import { mayWaive } from './may-waive.guard';
import { mayStartChild } from './may-start-child.guard';
import { mayEnter } from './may-enter.guard';
import { mayStart } from './may-start.guard';
import { notCorrector } from './not-corrector.guard';
import { notBeneficiary } from './not-beneficiary.guard';
import { notOwnMatter } from './not-own-matter.guard';
import { notRequester } from './not-requester.guard';
import { settledFirst } from './settled-first.guard';
import { paysPart } from './pays-part.guard';
import { withinPeriod } from './within-period.guard';
import { opinionSigned } from './opinion-signed.guard';
import { nothingCarriedOut } from './nothing-carried-out.guard';
import { requiredFields } from './required-fields.guard';
import { returnTarget } from './return-target.guard';
import { rowsDecided } from './rows-decided.guard';
import { roundsLeft } from './rounds-left.guard';
import { signsNoItemTwice } from './signs-no-item-twice.guard';
import { signsOnly } from './signs-only.guard';
import { signerFits } from './signer-fits.guard';
import { staleContent } from './stale-content.guard';
import { holdsAtSubmit } from './holds-at-submit.guard';
import { mustHold } from './must-hold.guard';
import { tooOld } from './too-old.guard';
import { undoable } from './undoable.guard';
import { validFields } from './valid-fields.guard';
import { linkedApproved } from './linked-approved.guard';
import { oneInForce } from './one-in-force.guard';
import { valueTaken } from './value-taken.guard';
import { withinLimit } from './within-limit.guard';
import { decidesHere } from './decides-here.guard';
import { editsFit } from './edits-fit.guard';
import { fewQuestions } from './few-questions.guard';
import { hasClaimed } from './has-claimed.guard';
import { hasLent } from './has-lent.guard';
import { inBulk } from './in-bulk.guard';
import { leftUndone } from './left-undone.guard';
import { isSuspended } from './is-suspended.guard';
import { mayClaim } from './may-claim.guard';
import { mayUrge } from './may-urge.guard';
import { namesFields } from './names-fields.guard';
import { notForOneself } from './not-for-oneself.guard';
import { namesAnother } from './names-another.guard';
import { namedAnew } from './named-anew.guard';
import { onlyAsked } from './only-asked.guard';
import { readsItNot } from './reads-it-not.guard';
import { whoseTask } from './whose-task.guard';
import { notConcerned } from './not-concerned.guard';
import { jumpTarget } from './jump-target.guard';
import { takableBack } from './takable-back.guard';
import { answerAwaited } from './answer-awaited.guard';
import { hasToRead } from './has-to-read.guard';
import { owesAnswer } from './owes-answer.guard';
import { reportedLately } from './reported-lately.guard';
import { supervises } from './supervises.guard';
import type { Guard } from './guard';

/** Every guard by the name that definitions and step kinds use. A new guard is one file and one line here. */
export const GUARDS = {
  'added-one': addedOne,
  'may-leave-out': mayLeaveOut,
  'may-take-up': mayTakeUp,
  'may-withdraw': mayWithdraw,
  'not-before-carried-out': notBeforeCarriedOut,
  'nothing-carried-out': nothingCarriedOut,
  'asked-in-vain': askedInVain,
  'choices-made': choicesMade,
  'comment-required': commentRequired,
  'done-before': notDoneBefore,
  'distinct-deciders': distinctDeciders,
  'has-authority': hasAuthority,
  'has-right': hasRight,
  'is-assignee': isAssignee,
  'is-blocked': isBlocked,
  'is-owner': isOwner,
  'left-undone': leftUndone,
  'is-requester': isRequester,
  'is-stopped': isStopped,
  'may-start': mayStart,
  'may-enter': mayEnter,
  'may-start-child': mayStartChild,
  'may-tick': mayTick,
  'may-untick': mayUntick,
  'may-waive': mayWaive,
  'not-beneficiary': notBeneficiary,
  'not-for-oneself': notForOneself,
  'not-corrector': notCorrector,
  'not-own-matter': notOwnMatter,
  'not-requester': notRequester,
  'opinion-signed': opinionSigned,
  'required-fields': requiredFields,
  'return-target': returnTarget,
  'rounds-left': roundsLeft,
  'pays-part': paysPart,
  'rows-decided': rowsDecided,
  'signer-fits': signerFits,
  'signs-no-item-twice': signsNoItemTwice,
  'signs-only': signsOnly,
  'stale-content': staleContent,
  'must-hold': mustHold,
  'holds-at-submit': holdsAtSubmit,
  'too-old': tooOld,
  'decides-here': decidesHere,
  'edits-fit': editsFit,
  'few-questions': fewQuestions,
  'has-claimed': hasClaimed,
  'has-lent': hasLent,
  'in-bulk': inBulk,
  'is-suspended': isSuspended,
  'may-claim': mayClaim,
  'may-urge': mayUrge,
  'named-anew': namedAnew,
  'names-another': namesAnother,
  'names-fields': namesFields,
  'only-asked': onlyAsked,
  'reads-it-not': readsItNot,
  'whose-task': whoseTask,
  'not-concerned': notConcerned,
  'jump-target': jumpTarget,
  'takable-back': takableBack,
  undoable,
  'valid-fields': validFields,
  'value-taken': valueTaken,
  'one-in-force': oneInForce,
  'linked-approved': linkedApproved,
  'within-limit': withinLimit,
  'settled-first': settledFirst,
  'within-period': withinPeriod,
  supervises,
  'answer-awaited': answerAwaited,
  'owes-answer': owesAnswer,
  'reported-lately': reportedLately,
  'has-to-read': hasToRead,
} as const satisfies Record<string, Guard>;

/** Name of a guard of the registry. */
export type GuardName = keyof typeof GUARDS;

/** The guard of that name; undefined where there is none. Pure. */
export function guardNamed(name: string): Guard | undefined {
  return Object.hasOwn(GUARDS, name) ? GUARDS[name as GuardName] : undefined;
}
