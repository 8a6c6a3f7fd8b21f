import { environmentOf } from '../../conditions/environment';
import { mayHold } from '../../conditions/may-hold';
import { conditionPaths, operandsOf } from '../../conditions/operands';
import type { Condition } from '../../definition/condition.schema';
import { budgetField } from '../../definition/fields/budget-field';
import { isHuman } from '../../definition/flow';
import { parametersOf, type ParametersSet } from '../../definition/parameters';
import { kindOf, type HumanStep, type Step } from '../../definition/step.schema';
import { begin } from '../../engine/begin';
import type { Process } from '../../machine/process/process';
import type { Money } from '../../money/money';
import { actorFacts } from '../../people/actor-facts';
import type { Directory } from '../../people/directory';
import { headPost, holderOf, postsOf } from '../../people/posts';
import type { FieldValue, RequestState } from '../../request/request-state';
import { ownValue } from '../../text/own-value';

/** A case that nobody has handed in: of what kind, from where, how much. */
export interface SigningCase {
  /** Who asks; null: whoever heads the unit is taken to. */
  requester: string | null;
  unitId: string;
  /** null: nothing is said of it. */
  amount: Money | null;
  plan: 'in' | 'over';
  /** Parameters of the definition as the company has set them. */
  params: ParametersSet;
}

/** A request that says of its form what the case says, and nothing else. */
export interface AskedCase {
  state: RequestState;
  requester: string;
  /** Paths of the form that it speaks of; what stands at others is open. */
  said: ReadonlySet<string>;
}

/** Where a step keeps the amount of a case that has no form. */
const ASKED_AMOUNT = 'asked.amount';

/** Steps of a process whose decision takes authority, or binds; in the order in which they stand. Pure. */
export function signingSteps({ order, steps }: Process): HumanStep[] {
  return order.flatMap((id) => {
    const step = ownValue(steps, id);
    return step && isHuman(step) && (step.authority !== undefined || kindOf(step).decision?.binding === true) ? [step] : [];
  });
}

/** The request that a case would be, where it stands at a step. Pure. */
export function askedCase(process: Process, step: HumanStep, asked: SigningCase, directory: Directory): AskedCase {
  const { definition } = process;
  const head = asked.requester === null ? headPost(directory, asked.unitId) : null;
  const requester = asked.requester ?? (head && holderOf(head)) ?? '';
  const units = definition.form.fields.filter(({ type }) => type === 'unit').map(({ key }): [string, FieldValue] => [key, asked.unitId]);
  const fields = Object.fromEntries([...units, ...amounts(process, step, asked), ...sides(process, step, asked)]);
  const { state } = begin(definition, 'asked');
  const own = postsOf(directory, requester)[0]?.unitId;
  const { roles } = actorFacts(directory, requester, []);
  const unitId = asked.requester === null ? asked.unitId : (own ?? asked.unitId);
  const context = { ...state.context, requester: { id: requester, roles, unitId }, fields, round: 1 };
  return {
    state: { ...state, value: step.id, context: { ...context, params: parametersOf(definition, asked.params) } },
    requester,
    said: new Set(Object.keys(fields)),
  };
}

/** A process that asks a step's authority about the case as it is put, whatever its form would have to say for that. Pure. */
export function askingProcess(process: Process, step: HumanStep, { plan }: SigningCase): Process {
  const { authority } = step;
  if (authority === undefined) return process;
  const side: Condition = plan === 'in' ? { all: [] } : { any: [] };
  const about = {
    ...authority,
    ...(authority.amount !== undefined && { amount: ASKED_AMOUNT }),
    ...(authority.inPlan !== undefined && { inPlan: side }),
  };
  return { ...process, steps: { ...process.steps, [step.id]: { ...step, authority: about } } };
}

function amounts({ definition }: Process, { authority }: HumanStep, { amount, plan }: SigningCase): [string, FieldValue][] {
  const budget = budgetField(definition);
  if (amount === null) return [];
  const none = { ...amount, minor: '0' };
  const parts: [string, FieldValue][] = budget
    ? [
        [budget.amount, amount],
        [`${budget.key}.covered`, plan === 'in' ? amount : none],
        [`${budget.key}.over`, plan === 'in' ? none : amount],
      ]
    : [];
  const named = definition.amount === undefined ? [] : [definition.amount];
  const own = authority?.amount === undefined ? [] : [authority.amount, ASKED_AMOUNT];
  return [...parts, ...[...named, ...own].map((path): [string, FieldValue] => [path, amount])];
}

/** What says whether a case is in plan says so of this one. */
function sides({ definition }: Process, { authority }: HumanStep, { plan }: SigningCase): [string, FieldValue][] {
  const budget = budgetField(definition);
  const answers = definition.form.fields.filter(({ type }) => type === 'yes-no').map(({ key }) => key);
  const asked = authority?.inPlan === undefined ? [] : conditionPaths(authority.inPlan).filter((path) => answers.includes(path));
  return [...(budget ? [`${budget.key}.inPlan`] : []), ...asked].map((path): [string, FieldValue] => [path, plan === 'in']);
}

/** Whether a case may come to a step at all, by what is said of it. Pure. */
export function comesTo({ definition }: Process, stepId: string, { state, said }: AskedCase): boolean {
  const environment = environmentOf(state.context);
  const may = (condition: Condition | undefined): boolean => {
    if (condition === undefined || operandsOf(condition).some((operand) => 'stance' in operand)) return true;
    return mayHold(condition, environment, new Set(conditionPaths(condition).filter((path) => !said.has(path))));
  };
  const within = (steps: readonly Step[]): boolean | null => {
    for (const step of steps) {
      const found = step.id === stepId ? true : inside(step);
      if (found !== null) return found && may(step.when);
    }
    return null;
  };
  /** Of a branch's ways one is gone only if none before it is sure to be. */
  const inside = (step: Step): boolean | null => {
    const ways = kindOf(step).inner(step);
    const at = ways.findIndex(({ steps }) => within(steps) !== null);
    const way = ways[at];
    if (way === undefined) return null;
    const before = step.kind === 'branch' ? ways.slice(0, at).flatMap(({ when }) => when?.value ?? []) : [];
    return within(way.steps) === true && may(way.when?.value) && before.every((condition) => may({ not: condition }));
  };
  return within(definition.flow) ?? true;
}
