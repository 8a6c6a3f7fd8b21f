import type { Definition } from '../definition/definition.schema';
import { conditionFindings } from './condition-rules';
import type { Finding } from '../definition/finding';
import { flowFindings } from './flow-rules';
import { formFindings } from './form-rules';
import { stepFindings } from './step-rules';
import { subjectOf } from './subject';

/**
 * Looks a definition over: what keeps it from being published, and what wants to be read. Pure; errors first.
 * A definition without errors compiles, and its walk always ends on a step, an outcome or a blocked step.
 */
export function verify(definition: Definition): Finding[] {
  const subject = subjectOf(definition);
  const findings = [formFindings, flowFindings, stepFindings, conditionFindings].flatMap((rules) => rules(subject));
  return findings.sort((left, right) => Number(left.severity === 'warning') - Number(right.severity === 'warning'));
}
