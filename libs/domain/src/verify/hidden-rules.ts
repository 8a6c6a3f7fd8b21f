import { rootOf } from '../conditions/holds';
import { conditionPaths } from '../conditions/operands';
import { error, type Finding } from '../definition/finding';
import { isHuman } from '../definition/flow';
import { kindOf, type HumanStep } from '../definition/step.schema';
import { guardNamed } from '../guards';
import type { Subject } from './subject';

/** Fields by which it is measured whether somebody may decide a step, and how: amount, side of the plan, demand for a comment, checks. */
function measuredBy(step: HumanStep): Set<string> {
  const asked = kindOf(step)
    .conditions(step)
    .flatMap(({ value }) => conditionPaths(value));
  const checked = step.checks.flatMap(({ type, params }) => {
    const guard = guardNamed(type);
    return guard?.params.safeParse(params).success ? guard.fields(params) : [];
  });
  const amount = step.authority?.amount;
  return new Set([...asked, ...checked, ...(amount === undefined ? [] : [amount])].map(rootOf));
}

/** Nobody decides by what they cannot see. Pure. */
export function hiddenFindings({ steps }: Subject): Finding[] {
  return steps.flatMap(({ step, path }) => {
    if (!isHuman(step)) return [];
    const measured = measuredBy(step);
    return step.fields.hidden
      .filter((key) => measured.has(key))
      .map((key) =>
        error(
          { code: 'hidden-but-measured', path: `${path}.fields.hidden` },
          `此步骤按「${key}」判断权限、意见要求或检查，不能对处理人隐藏。`,
          `This step’s authority, demand for a comment or checks depend on “${key}”, so it cannot be hidden from whoever decides it.`,
        ),
      );
  });
}
