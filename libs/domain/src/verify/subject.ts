import type { Assignee } from '../definition/assignee.schema';
import type { Condition } from '../definition/condition.schema';
import type { Definition } from '../definition/definition.schema';
import type { Column, Field } from '../definition/field.schema';
import { kindOf, type HumanStep, type Step } from '../definition/step.schema';
import { conditionsOnTheWay, isHuman } from '../definition/flow';

/** A step with its place in the definition. */
export interface PlacedStep {
  step: Step;
  /** Path in the JSON, such as `flow.2.cases.0.steps.1`. */
  path: string;
  /** How many of the definition's human steps stand before it in document order. */
  before: number;
}

/** A condition with its place, and the step that asks it; null for conditions of the form. */
export interface PlacedCondition {
  condition: Condition;
  path: string;
  at: PlacedStep | null;
}

/** A definition taken apart for the rules. */
export interface Subject {
  definition: Definition;
  steps: PlacedStep[];
  fields: Map<string, Field>;
  conditions: PlacedCondition[];
  /** Place of each human step among those that people decide, by id; of two that share one the first. */
  places: Map<string, number>;
  /** Of each field that steps write, the place of the first that may. */
  writtenFrom: Map<string, number>;
}

function place(steps: readonly Step[], path: string, human: HumanStep[]): PlacedStep[] {
  return steps.flatMap((step, index) => {
    const own: PlacedStep = { step, path: `${path}.${index}`, before: human.length };
    if (isHuman(step)) human.push(step);
    const inner = kindOf(step).inner(step);
    return [own, ...inner.flatMap(({ at, steps: nested }) => place(nested, `${own.path}.${at}`, human))];
  });
}

function stepConditions(at: PlacedStep): PlacedCondition[] {
  const { step, path } = at;
  const found = [...conditionsOnTheWay(step), ...kindOf(step).conditions(step)];
  return found.map(({ at: where, value: condition }) => ({ condition, path: `${path}.${where}`, at }));
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
  const human: HumanStep[] = [];
  const steps = place(definition.flow, 'flow', human);
  return {
    definition,
    steps,
    places: firstPlaces(human, ({ id }) => [id]),
    writtenFrom: firstPlaces(human, ({ fields }) => fields.write),
    fields: new Map(definition.form.fields.map((field) => [field.key, field])),
    conditions: [
      ...definition.form.fields.flatMap((field, index) => fieldConditions(field, `form.fields.${index}`)),
      ...steps.flatMap(stepConditions),
    ],
  };
}

function firstPlaces(human: readonly HumanStep[], keysOf: (step: HumanStep) => readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [index, step] of human.entries()) for (const key of keysOf(step)) if (!places.has(key)) places.set(key, index);
  return places;
}

/** The rules by which a step finds people, each with its own place (`flow.0.assignee`, `flow.0.fallback.1`, `flow.2.to.0`). Pure. */
export function assigneesAt({ step, path }: PlacedStep): { rule: Assignee; path: string }[] {
  return kindOf(step)
    .assignees(step)
    .map(({ at, value: rule }) => ({ rule, path: `${path}.${at}` }));
}

/** Whether a human step of that id stands before a place. Pure. */
export function isEarlier({ places }: Subject, id: string, { before }: PlacedStep): boolean {
  return (places.get(id) ?? Infinity) < before;
}

/** The table column that `table.column` names; undefined where there is none. Pure. */
export function columnAt(subject: Subject, path: string): Column | undefined {
  const [key = '', part] = path.split('.');
  const field = subject.fields.get(key);
  return field?.type === 'table' ? field.columns.find((column) => column.key === part) : undefined;
}
