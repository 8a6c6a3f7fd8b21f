import { derivedFrom } from '../definition/fields/derived';
import { environmentOf } from '../conditions/environment';
import { rootOf } from '../conditions/holds';
import { mayHold } from '../conditions/may-hold';
import { conditionPaths } from '../conditions/operands';
import type { Definition } from '../definition/definition.schema';
import type { Step } from '../definition/step.schema';
import { fieldOf } from '../people/rule-field';
import type { Process } from '../machine/process/process';
import type { FormValues, RequestContext } from '../request/request-state';
import { ownValue } from '../text/own-value';
import { fieldValue } from '../form/field-value';
import type { FieldProblem } from '../form/check/field-problem';
import { conditionsOnTheWay, flatten, isHuman, isPausing, rulesOf, sequencesOf } from '../definition/flow';
import type { ForeseenStep } from './foreseen-step';

/** A form that is being filled in: what stands in it, and what the requester still has to fill in. */
export interface UnfinishedForm {
  definition: Definition;
  form: FormValues;
  missing: readonly FieldProblem[];
}

/**
 * The way ahead without the guesses that a blank would lead to: a step whose coming or people depend on something not yet filled in awaits it, and
 * names nobody. Pure. A branch that nobody can settle yet stands for everything in it. `steps` is the walk with stand-ins.
 */
export function withoutGuesses(steps: readonly ForeseenStep[], unfinished: UnfinishedForm, fromStart: boolean): ForeseenStep[] {
  if (unfinished.missing.length === 0 || steps.length === 0) return [...steps];
  const along = (flow: readonly Step[]): ForeseenStep[] =>
    flow.flatMap((step): ForeseenStep[] => {
      const inside = new Set(flatten([step]).map(({ id }) => id));
      const found = steps.filter(({ step: id }) => inside.has(id));
      const awaits = awaitedBy(step, unfinished);
      const ways = sequencesOf(step);
      const unsettled = ways.length > 0 && fromStart && awaits.length > 0;
      if (found.length === 0 && !unsettled) return [];
      if (awaits.length > 0) return [awaiting(step.id, awaits)];
      return ways.length > 0 ? ways.flatMap(along) : found;
    });
  const way = along(unfinished.definition.flow);
  const end = way.findIndex(({ result }) => result === 'blocked');
  return end < 0 ? way : way.slice(0, end + 1);
}

/** A step that names nobody yet; without fields it awaits a choice of the requester. Pure. */
export function awaiting(step: string, awaits: string[]): ForeseenStep {
  return { step, result: 'awaits', people: [], derivation: null, current: false, awaits };
}

/**
 * The way ahead, where a step is not said to be left out while what its condition compares is still to be written by a step before it, and nothing is
 * expected of it: such a step awaits that. Pure. `at` is the request at the end of the walk.
 */
export function withoutBlindSkips(steps: readonly ForeseenStep[], process: Process, at: RequestContext): ForeseenStep[] {
  const environment = environmentOf(at);
  const { definition } = process;
  const unwritten = new Set(
    definition.form.fields
      .filter((field) => field.filledAt === 'step' && (ownValue(environment.fields, field.key) ?? null) === null)
      .map(({ key }) => key),
  );
  return steps.map((foreseen) => {
    const when = ownValue(process.steps, foreseen.step)?.when;
    if (foreseen.result !== 'condition' || when === undefined) return foreseen;
    const open = conditionPaths(when).filter((path) => unwritten.has(rootOf(path)));
    return open.length > 0 && mayHold(when, environment, new Set(open)) ? awaiting(foreseen.step, [...new Set(open)]) : foreseen;
  });
}

/** Steps for which nobody can be found yet: the requester stands in there, so that the walk goes on behind them. Pure. */
export function standIns(process: Process, unfinished: UnfinishedForm): string[] {
  if (unfinished.missing.length === 0) return [];
  return process.order.filter((id) => {
    const step = ownValue(process.steps, id);
    return step !== undefined && isHuman(step) && awaitedBy(step, unfinished).length > 0;
  });
}

/** Field paths not yet filled in on which depends whether a step comes, or who gets it. */
function awaitedBy(step: Step, unfinished: UnfinishedForm): string[] {
  return [...new Set(pathsBehind(step).flatMap((path) => awaitedFor(path, unfinished)))];
}

function pathsBehind(step: Step): string[] {
  const conditions = conditionsOnTheWay(step).map(({ value }) => value);
  const authority = isHuman(step) ? step.authority : undefined;
  return [
    ...[...conditions, authority?.inPlan].flatMap((condition) => (condition ? conditionPaths(condition) : [])),
    ...rulesOf(step).flatMap((rule) => fieldOf(rule) ?? []),
    ...(authority?.amount === undefined ? [] : [authority.amount]),
    ...(isPausing(step) ? (step.until.field ?? []) : []),
  ];
}

/** What is to be filled in before a path has a value: itself, or of what nobody types, what that is worked out from. */
function awaitedFor(path: string, { definition, form, missing }: UnfinishedForm): string[] {
  const value = fieldValue(definition, form, path);
  const blank = value === null || (path.endsWith('#') && value === 0);
  if (!blank) return [];
  const field = definition.form.fields.find(({ key }) => key === rootOf(path));
  const roots = [path, ...(field ? derivedFrom(field) : [])].map(rootOf);
  const lacking = missing.map((problem) => rootOf(problem.field)).filter((root) => roots.includes(root));
  if (lacking.length === 0) return [];
  return field?.type === 'budget' ? lacking : [path];
}
