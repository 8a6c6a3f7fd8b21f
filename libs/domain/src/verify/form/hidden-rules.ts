import { standingChecksOf } from '../../definition/starts/submit-checks';
import { rootOf } from '../../conditions/holds';
import { conditionPaths } from '../../conditions/operands';
import { derivedFrom } from '../../definition/fields/derived';
import { error, type Finding } from '../../definition/finding';
import { isHuman, isPausing } from '../../definition/flow';
import type { Definition } from '../../definition/definition.schema';
import { kindOf, type HumanStep, type Step } from '../../definition/step.schema';
import { guardNamed } from '../../guards';
import type { Subject } from '../subject';

/** What is worked out is hidden with what it is worked out from. */
function withSources(keys: ReadonlySet<string>, { form }: Definition): Set<string> {
  const sources = form.fields.flatMap((field) => (keys.has(field.key) ? derivedFrom(field).map(rootOf) : []));
  return new Set([...keys, ...sources]);
}

/**
 * Fields by which it is measured whether somebody may decide a step, and how: amount, side of the plan, demand for a comment, checks. Whoever says yes
 * to a request says it to its amount and for whom it is.
 */
function measuredBy(step: HumanStep, definition: Definition): Set<string> {
  const { amount: asked, beneficiary } = definition;
  const agreedTo = kindOf(step).decision?.binding ? [asked, beneficiary].filter((key) => key !== undefined) : [];
  const conditions = kindOf(step)
    .conditions(step)
    .flatMap(({ value }) => conditionPaths(value));
  const checked = [...step.checks, ...standingChecksOf(definition)].flatMap(({ type, params }) => {
    const guard = guardNamed(type);
    return guard?.params.safeParse(params).success ? guard.fields(params) : [];
  });
  const amount = step.authority?.amount;
  return new Set([...agreedTo, ...conditions, ...checked, ...(amount === undefined ? [] : [amount])].map(rootOf));
}

/** Date fields by which a step, or one of its items, is due. */
function dueFields(step: Step): string[] {
  const due = [...(isHuman(step) ? [step.due] : []), ...('items' in step ? step.items.map((item) => item.due) : [])];
  return due.flatMap((each) => each?.field ?? []);
}

/** The way of a request shows everybody until when it waits and when its steps are due: those dates cannot be hidden from anybody. */
function awaitedFindings({ steps }: Subject): Finding[] {
  const awaited = new Set(steps.flatMap(({ step }) => (isPausing(step) ? (step.until.field ?? []) : [])));
  const due = new Set(steps.flatMap(({ step }) => dueFields(step)));
  return steps.flatMap(({ step, path }) =>
    (isHuman(step) ? step.fields.hidden : []).flatMap((key) => {
      const at = { code: 'hidden-but-awaited', path: `${path}.fields.hidden` };
      if (awaited.has(key)) return [error(at, ...UNTIL(key))];
      return due.has(key) ? [error(at, ...DUE(key))] : [];
    }),
  );
}

const UNTIL = (key: string): [zh: string, en: string] => [
  `申请要等到「${key}」这一天，参与的人都看得到，不能隐藏。`,
  `The request waits until the day in “${key}”, which everybody involved can see, so it cannot be hidden.`,
];
const DUE = (key: string): [zh: string, en: string] => [
  `期限按「${key}」这一天计算，参与的人都看得到，不能隐藏。`,
  `Steps are due by the day in “${key}”, which everybody involved can see, so it cannot be hidden.`,
];

/** Nobody decides by what they cannot see. Pure. */
export function hiddenFindings(subject: Subject): Finding[] {
  const { steps, definition } = subject;
  const measured = measuredFindings(steps, definition);
  return [...measured, ...awaitedFindings(subject)];
}

function measuredFindings(steps: Subject['steps'], definition: Definition): Finding[] {
  return steps.flatMap(({ step, path }) => {
    if (!isHuman(step)) return [];
    const measured = withSources(measuredBy(step, definition), definition);
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
