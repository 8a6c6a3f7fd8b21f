import { approveStep } from './approve.step';
import { branchStep } from './branch.step';
import { callStep } from './call.step';
import { ccStep } from './cc.step';
import { checklistStep } from './checklist.step';
import { countersignStep } from './countersign.step';
import { delayStep } from './delay.step';
import { endStep } from './end.step';
import { inclusiveStep } from './inclusive.step';
import { loopStep } from './loop.step';
import { meetingStep } from './meeting.step';
import { opinionStep } from './opinion.step';
import { parallelStep } from './parallel.step';
import { reviewStep } from './review.step';
import { subprocessStep } from './subprocess.step';
import { workStep } from './work.step';

/** Every kind of step. A new kind is one file and one line here. */
export const STEP_KINDS = {
  approve: approveStep,
  review: reviewStep,
  opinion: opinionStep,
  work: workStep,
  countersign: countersignStep,
  checklist: checklistStep,
  cc: ccStep,
  branch: branchStep,
  parallel: parallelStep,
  inclusive: inclusiveStep,
  loop: loopStep,
  subprocess: subprocessStep,
  delay: delayStep,
  call: callStep,
  meeting: meetingStep,
  end: endStep,
};
