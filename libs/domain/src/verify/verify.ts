import type { Definition } from '../definition/definition.schema';
import { bySeverity, type Finding } from '../definition/finding';
import { afterEndFindings } from './flow/after-end-rules';
import { byHandFindings } from './links/by-hand-rules';
import { carriedOutFindings } from './flow/carried-out-rules';
import { conditionFindings } from './form/condition-rules';
import { entranceFindings } from './flow/entrance-rules';
import { flowFindings } from './flow/flow-rules';
import { budgetFindings } from './form/budget-rules';
import { formFindings } from './form/form-rules';
import { grantFindings } from './form/grant-rules';
import { planFindings } from './form/plan-rules';
import { hiddenFindings } from './form/hidden-rules';
import { laneFindings } from './flow/lane-rules';
import { limitFindings } from './limit-rules';
import { linkedFindings } from './links/linked-rules';
import { materialFindings } from './form/material-rules';
import { oneInForceFindings } from './links/one-in-force-rules';
import { ownConditionFindings } from './form/own-condition-rules';
import { paymentFindings } from './flow/payment-rules';
import { scheduleFindings } from './flow/schedule-rules';
import { stepFindings } from './flow/step-rules';
import { subjectOf } from './subject';
import { valueFindings } from './form/value-rules';

/**
 * Looks a definition over: what keeps it from being published, what wants to be read, and what is worth knowing. Pure; errors first.
 * A definition without errors compiles, and its walk always ends on a step, an outcome or a blocked step. One that is too large is not looked at
 * any closer.
 */
export function verify(definition: Definition): Finding[] {
  const subject = subjectOf(definition);
  const tooLarge = limitFindings(subject);
  if (tooLarge.length > 0) return tooLarge;
  const rules = [
    formFindings,
    budgetFindings,
    planFindings,
    grantFindings,
    valueFindings,
    flowFindings,
    laneFindings,
    stepFindings,
    ownConditionFindings,
    hiddenFindings,
    carriedOutFindings,
    paymentFindings,
    conditionFindings,
    materialFindings,
    afterEndFindings,
    byHandFindings,
    oneInForceFindings,
    scheduleFindings,
    linkedFindings,
    entranceFindings,
  ];
  return bySeverity(rules.flatMap((rule) => rule(subject)));
}
