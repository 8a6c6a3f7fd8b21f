import { rootOf } from '../conditions/holds';
import { conditionPaths } from '../conditions/operands';
import { error, type Finding } from '../definition/finding';
import { isHuman } from '../definition/flow';
import type { Definition } from '../definition/definition.schema';
import { kindOf, type HumanStep } from '../definition/step.schema';
import { guardNamed } from '../guards';
import type { Subject } from './subject';

/** A sum is hidden with the table that it runs over. */
function withTables(keys: ReadonlySet<string>, { form }: Definition): Set<string> {
  const tables = form.fields.flatMap((field) => (field.type === 'money-sum' && keys.has(field.key) ? [rootOf(field.of)] : []));
  return new Set([...keys, ...tables]);
}

/**
 * Fields by which it is measured whether somebody may decide a step, and how: amount, side of the plan, demand for a comment, checks. Whoever says yes
 * to a request says it to its amount and for whom it is.
 */
function measuredBy(step: HumanStep, { amount: asked, beneficiary }: Definition): Set<string> {
  const agreedTo = kindOf(step).decision?.binding ? [asked, beneficiary].filter((key) => key !== undefined) : [];
  const conditions = kindOf(step)
    .conditions(step)
    .flatMap(({ value }) => conditionPaths(value));
  const checked = step.checks.flatMap(({ type, params }) => {
    const guard = guardNamed(type);
    return guard?.params.safeParse(params).success ? guard.fields(params) : [];
  });
  const amount = step.authority?.amount;
  return new Set([...agreedTo, ...conditions, ...checked, ...(amount === undefined ? [] : [amount])].map(rootOf));
}

/** Nobody decides by what they cannot see. Pure. */
export function hiddenFindings({ steps, definition }: Subject): Finding[] {
  return steps.flatMap(({ step, path }) => {
    if (!isHuman(step)) return [];
    const measured = withTables(measuredBy(step, definition), definition);
    return step.fields.hidden
      .filter((key) => measured.has(key))
      .map((key) =>
        error(
          { code: 'hidden-but-measured', path: `${path}.fields.hidden` },
          `此步骤的批准、权限、意见要求或检查取决于「${key}」，不能对处理人隐藏。`,
          `This step’s approval, authority, demand for a comment or checks depend on “${key}”, so it cannot be hidden from whoever decides it.`,
        ),
      );
  });
}
