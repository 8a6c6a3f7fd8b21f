import { conditionPaths } from '../../conditions/operands';
import { budgetField, heldPaths, partsPath, type LineSources } from '../../definition/fields/budget-field';
import type { Definition } from '../../definition/definition.schema';
import { linkedFields, submitChecksOf } from '../../definition/starts/submit-checks';
import { kindOf, type HumanStep, type Step } from '../../definition/step.schema';
import type { GuardReference } from '../../definition/steps/step-parts';
import { steeringKeys } from '../../form/shown/steering';
import { guardNamed } from '../../guards';
import {
  changedFields,
  columnsHanded,
  conditionsOnTheWay,
  isCalling,
  isHuman,
  isPausing,
  isStarting,
  partsOf,
  rulesOf,
} from '../../definition/flow';
import { countPath, rowsPath } from '../../conditions/holds';
import type { EarlierLookup, FundsAsked, HeldField } from '../../definition/structure/outline';
import type { Lookups, Outline } from '../../definition/structure/outline';
import type { Assignee } from '../../definition/assignee.schema';
import { fieldOf, rolesAsked, unitNamed } from '../../people/rule-field';
import { ladderRulesOf, looksAbove } from '../../definition/times/time-rule';

function unique(values: (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))].sort();
}

function checksOf(definition: Definition, steps: readonly Step[]): GuardReference[] {
  return [...submitChecksOf(definition), ...steps.filter(isHuman).flatMap((step) => step.checks)];
}

/** Fields whose values a request holds alone, as the guards that a definition names declare them; each once. Pure. */
export function heldFields(definition: Definition, steps: readonly Step[]): HeldField[] {
  const fields = checksOf(definition, steps).flatMap(({ type, params }) => guardNamed(type)?.holds(params) ?? []);
  return [...new Map(fields.map((each) => [`${each.register}\n${each.field}`, each])).values()];
}

/** What is asked of earlier requests, each once. */
function earlierAsked(definition: Definition, steps: readonly Step[]): EarlierLookup[] {
  const asked = checksOf(definition, steps).flatMap(({ type, params }) => guardNamed(type)?.earlier(params) ?? []);
  return [...new Map(asked.map((each) => [each.name, each])).values()];
}

/** What has to be read before commands of the definition can be decided. Pure. */
export function lookupsOf(definition: Definition, steps: readonly Step[]): Lookups {
  const human = steps.filter(isHuman);
  const rules = [...steps.flatMap(rulesOf), ...human.flatMap(ladderRulesOf)];
  const companyRoles = unique(rules.map((rule) => (rule.by === 'role' && rule.scope === 'company' ? rule.role : undefined)));
  // Posts above and in a unit are read whole: of those rules no holders of a role are looked for elsewhere.
  const roles = unique(
    rules.flatMap((rule) => (rule.by === 'role' || rule.by === 'choice' || rule.by === 'field' ? rolesAsked(rule) : [])),
  );
  const units = unique(rules.map(unitNamed));
  const earlier = earlierAsked(definition, steps);
  return {
    superiors:
      rules.some(({ by }) => READ_UPWARD.includes(by)) ||
      human.some((step) => looksAbove(definition, step)) ||
      steps.some((step) => step.kind === 'cc' && step.supervise),
    anchors: unique(rules.map(fieldOf)),
    companyRoles,
    nearRoles: roles.filter((role) => !companyRoles.includes(role)),
    persons: unique(rules.map((rule) => (rule.by === 'person' ? rule.person : undefined))),
    matters: unique(human.map((step) => step.authority?.matter)),
    held: heldFields(definition, steps),
    linked: linkedFields(definition),
    funds: fundsAsked(definition),
    operators: true,
    ...(units.length > 0 && { units }),
    ...(earlier.length > 0 && { earlier }),
    ...(human.some(asksAbove) && { above: true as const }),
  };
}

/** Rules for which the posts of a unit, and those above a person or a unit, are read. */
const READ_UPWARD: readonly Assignee['by'][] = ['superior', 'climb', 'unit-head', 'members'];

/** Whether a step may ask the superior of anybody whom its rules find. */
const asksAbove = ({ samePerson, whenRequester }: HumanStep): boolean => samePerson === 'superior' || whenRequester === 'superior';

/** Fields that tell which lines a request may fall on. */
function fundsAsked(definition: Definition): Lookups['funds'] {
  const field = budgetField(definition);
  if (field === null) return null;
  return { ...lineAsked(field), ...(field.to && { to: lineAsked(field.to) }) };
}

function lineAsked({ unit, category, date }: LineSources): FundsAsked {
  return typeof category === 'object' ? { unit, of: category.value, date } : { unit, category, date };
}

/** Field paths that steer: a condition, guard, assignee, limit, amount, the beneficiary or how long a step waits is read from them. Pure. */
export function steeringPaths(definition: Definition, steps: readonly Step[]): string[] {
  const human = steps.filter(isHuman);
  return unique([
    ...steps
      .flatMap((step) => [...conditionsOnTheWay(step), ...kindOf(step).conditions(step)])
      .flatMap(({ value }) => conditionPaths(value)),
    ...[...steps.flatMap(rulesOf), ...human.flatMap(ladderRulesOf)].map(fieldOf),
    ...human.map((step) => step.authority?.amount),
    ...checksOf(definition, steps).flatMap(({ type, params }) => guardNamed(type)?.fields(params) ?? []),
    ...steps.filter(isPausing).map(({ until }) => until.field),
    definition.amount,
    definition.beneficiary,
  ]);
}

/** By step: paths that its `when` reads, and that hang on what the step writes itself. Only steps that have any. Pure. */
export function ownPathsOf(definition: Definition, steps: readonly Step[]): Outline['ownPaths'] {
  const own = steps.filter(isHuman).flatMap((step): [string, ReadonlySet<string>][] => {
    const brought = changedFields(step);
    const read = step.when === undefined || brought.length === 0 ? [] : conditionPaths(step.when);
    const paths = read.filter((path) => steeringKeys(definition, [path]).some((key) => brought.includes(key)));
    return paths.length === 0 ? [] : [[step.id, new Set(paths)]];
  });
  return Object.fromEntries(own);
}

/** Rows for each of which a step starts a request: how many, and what of each is handed over. */
function rowsHanded(step: Step): string[] {
  return isStarting(step) && step.each !== undefined ? [countPath(step.each), rowsPath(step.each, columnsHanded(step))] : [];
}

/** Keys of the fields that are handed to other requests, or sent to other systems. */
function handedOver(steps: readonly Step[]): string[] {
  const sent = steps
    .filter(isCalling)
    .flatMap(({ body }) => Object.values(body).flatMap((source) => ('field' in source ? [source.field] : [])));
  const given = steps
    .filter(isStarting)
    .flatMap(({ map, each }) => [
      ...Object.values(map).flatMap((source) => ('field' in source ? [source.field] : [])),
      ...(each === undefined ? [] : [each]),
    ]);
  return [...given, ...sent];
}

function dueFields(step: HumanStep): (string | undefined)[] {
  return [step.due?.field, ...(kindOf(step).list?.(step).items ?? []).map(({ due }) => due?.field)];
}

/** Field paths whose values the state keeps: what steers, and days that are due. Pure. */
export function routingOf(definition: Definition, steps: readonly Step[]): string[] {
  const budget = budgetField(definition);
  return unique([
    ...steeringPaths(definition, steps),
    ...(budget ? heldPaths(budget) : []),
    ...steps.flatMap(rowsHanded),
    ...steps.filter(isHuman).flatMap(partsOf).map(partsPath),
    ...steps.filter(isHuman).flatMap(dueFields),
  ]);
}

/** Keys of the fields whose change makes decisions lapse: those flagged as material, those that steer, those handed to other requests, and what becomes authority. Pure. */
export function materialOf(definition: Definition, steps: readonly Step[]): string[] {
  const given = Object.values(definition.becomesGrant ?? {}).filter((part) => typeof part === 'string');
  const steering = new Set([...steeringKeys(definition, steeringPaths(definition, steps)), ...handedOver(steps), ...given]);
  return definition.form.fields.filter(({ key, material }) => material || steering.has(key)).map(({ key }) => key);
}
