import type { Definition } from '../definition/definition.schema';
import { bySeverity, type Finding } from '../definition/finding';
import { afterEndFindings } from './after-end-rules';
import { byHandFindings } from './by-hand-rules';
import { carriedOutFindings } from './carried-out-rules';
import { conditionFindings } from './condition-rules';
import { entranceFindings } from './entrance-rules';
import { flowFindings } from './flow-rules';
import { budgetFindings } from './budget-rules';
import { formFindings } from './form-rules';
import { hiddenFindings } from './hidden-rules';
import { laneFindings } from './lane-rules';
import { limitFindings } from './limit-rules';
import { linkedFindings } from './linked-rules';
import { materialFindings } from './material-rules';
import { oneInForceFindings } from './one-in-force-rules';
import { ownConditionFindings } from './own-condition-rules';
import { scheduleFindings } from './schedule-rules';
import { stepFindings } from './step-rules';
import { subjectOf } from './subject';
import { valueFindings } from './value-rules';

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
    valueFindings,
    flowFindings,
    laneFindings,
    stepFindings,
    ownConditionFindings,
    hiddenFindings,
    carriedOutFindings,
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
