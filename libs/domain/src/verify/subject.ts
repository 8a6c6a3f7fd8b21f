import type { Assignee } from '../definition/assignee.schema';
import type { Condition } from '../definition/condition.schema';
import { compensatingSteps, structureIn } from '../definition/structure/compensating';
import type { Definition } from '../definition/definition.schema';
import type { Column, Field } from '../definition/fields/field.schema';
import { kindOf, type Step } from '../definition/step.schema';
import { conditionsOnTheWay, filledBy, isHuman } from '../definition/flow';
import type { GuardReference } from '../definition/steps/step-parts';
import { guardNamed } from '../guards';
import { follows, type Structure } from '../definition/structure/structure';

/** A step with its place in the definition. */
export interface PlacedStep {
  step: Step;
  /** Path in the JSON, such as `flow.2.cases.0.steps.1`. */
  path: string;
}

/** A condition with its place, and the step that asks it; null for conditions of the form. */
export interface PlacedCondition {
  condition: Condition;
  path: string;
  at: PlacedStep | null;
  /** It is asked of what the step leaves, with what it writes itself. */
  after?: true;
}

/** A definition taken apart for the rules. */
export interface Subject {
  definition: Definition;
  steps: PlacedStep[];
  fields: Map<string, Field>;
  conditions: PlacedCondition[];
  /** What comes before what. */
  structure: Structure;
  /** Of each field that steps write, the steps that may. */
  writers: Map<string, string[]>;
}

function place(steps: readonly Step[], path: string): PlacedStep[] {
  return steps.flatMap((step, index) => {
    const own: PlacedStep = { step, path: `${path}.${index}` };
    const inner = kindOf(step).inner(step);
    return [own, ...inner.flatMap(({ at, steps: nested }) => place(nested, `${own.path}.${at}`))];
  });
}

function stepConditions(at: PlacedStep): PlacedCondition[] {
  const { step, path } = at;
  const found = [...conditionsOnTheWay(step), ...kindOf(step).conditions(step)];
  return found.map(({ at: where, value: condition }) => ({ condition, path: `${path}.${where}`, at }));
}

/** Conditions that checks ask. */
function checkConditions(checks: readonly GuardReference[], path: string, at: PlacedStep | null): PlacedCondition[] {
  return checks.flatMap(({ type, params }, index) => {
    const guard = guardNamed(type);
    const read = guard?.params.safeParse(params);
    const condition = guard && read?.success ? guard.condition(read.data) : null;
    return condition ? [{ condition, path: `${path}.${index}.params.condition`, at, ...(at && { after: true as const }) }] : [];
  });
}

function fieldConditions(field: Field | Column, path: string): PlacedCondition[] {
  const own = [
    [field.required, 'required'],
    [field.visible, 'visible'],
  ] as const;
  const nested =
    field.type === 'table' ? field.columns.flatMap((column, index) => fieldConditions(column, `${path}.columns.${index}`)) : [];
  return [
    ...own.flatMap(([condition, where]) => (typeof condition === 'object' ? [{ condition, path: `${path}.${where}`, at: null }] : [])),
    ...nested,
  ];
}

/** Takes a definition apart. Pure. */
export function subjectOf(definition: Definition): Subject {
  const steps = [...place(definition.flow, 'flow'), ...place(compensatingSteps(definition), 'revoke.steps')];
  return {
    definition,
    steps,
    structure: structureIn(definition),
    writers: writersOf(steps.map(({ step }) => step)),
    fields: new Map(definition.form.fields.map((field) => [field.key, field])),
    conditions: [
      ...definition.form.fields.flatMap((field, index) => fieldConditions(field, `form.fields.${index}`)),
      ...checkConditions(definition.submitChecks, 'submitChecks', null),
      ...steps.flatMap(stepConditions),
      ...steps.flatMap((each) => (isHuman(each.step) ? checkConditions(each.step.checks, `${each.path}.checks`, each) : [])),
    ],
  };
}

function writersOf(steps: readonly Step[]): Map<string, string[]> {
  const writers = new Map<string, string[]>();
  for (const step of steps) for (const key of filledBy(step)) writers.set(key, [...(writers.get(key) ?? []), step.id]);
  return writers;
}

/** The rules by which a step finds people, each with its own place (`flow.0.assignee`, `flow.0.fallback.1`, `flow.2.to.0`). Pure. */
export function assigneesAt({ step, path }: PlacedStep): { rule: Assignee; path: string }[] {
  return kindOf(step)
    .assignees(step)
    .map(({ at, value: rule }) => ({ rule, path: `${path}.${at}` }));
}

/** Whether people decide a step of that id before a place. Pure. */
export function isEarlier({ structure }: Subject, id: string, { step }: PlacedStep): boolean {
  return structure.standing.get(id)?.human === true && follows(structure, step.id, id);
}

/** The table column that `table.column` names; undefined where there is none. Pure. */
export function columnAt(subject: Subject, path: string): Column | undefined {
  const [key = '', part] = path.split('.');
  const field = subject.fields.get(key);
  return field?.type === 'table' ? field.columns.find((column) => column.key === part) : undefined;
}
