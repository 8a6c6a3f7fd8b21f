import { operandsOf } from '../conditions/operands';
import type { Condition } from '../definition/condition.schema';
import { standardOf, type ParameterValue } from '../definition/parameters';
import { conditionsOnTheWay } from '../definition/flow';
import { mustHoldParams } from '../guards/must-hold.guard';
import { isMoney } from '../money/money';
import { canonicalJson } from '../digest/canonical-json';
import type { Process } from '../machine/process/process';
import type { FieldValue } from '../request/request-state';
import { kindOf } from '../definition/step.schema';

/** All conditions of a definition's steps, and those that have to hold before it is sent. */
export function conditionsOf(process: Process): Condition[] {
  const before = process.definition.submitChecks.filter(({ type }) => type === 'must-hold');
  const ofSteps = Object.values(process.steps).flatMap((step) =>
    [...conditionsOnTheWay(step), ...kindOf(step).conditions(step)].map(({ value }) => value),
  );
  return [...ofSteps, ...before.map(({ params }) => mustHoldParams.parse(params).condition)];
}

type Setting = ParameterValue;

/** A number that a company sets, and what lies on both sides of it. */
const besideNumber = (standard: Setting | undefined, below = false): FieldValue[] => {
  if (typeof standard === 'number') return [standard - 1, standard, standard + 1].map((each) => (below ? -each : each));
  if (!isMoney(standard)) return [];
  const minor = BigInt(standard.minor);
  return [minor - 1n, minor, minor + 1n].map((each) => ({ minor: String(below ? -each : each), currency: standard.currency }));
};

/** A number stays as it ships: what is compared with it moves. */
const settings = (standard: Setting | undefined, beside: readonly FieldValue[]): Setting[] =>
  typeof standard === 'number' || isMoney(standard)
    ? [standard]
    : (beside.filter((each) => typeof each !== 'object' || each === null) as Setting[]);

/** A condition compares several things: a field is tried with what it can hold. */
function fitting(process: Process, path: string): (value: FieldValue) => boolean {
  const type = process.definition.form.fields.find(({ key }) => key === path)?.type;
  if (type === 'yes-no') return (value) => value === null || typeof value === 'boolean';
  if (type === 'money') return (value) => value === null || isMoney(value);
  return () => true;
}

/** Values of what conditions look at, by path and by parameter: what they compare with, what lies beside it, and blank. */
export function worthTrying(process: Process): { fields: Map<string, FieldValue[]>; params: Map<string, Setting[]> } {
  const fields = new Map<string, FieldValue[]>(process.routing.map((path) => [path, [null]]));
  const params = new Map<string, Setting[]>();
  const standards = new Map(process.definition.parameters.map((parameter) => [parameter.key, standardOf(parameter.default)]));
  for (const condition of conditionsOf(process)) {
    const operands = operandsOf(condition);
    const beside = operands.flatMap((operand): FieldValue[] => {
      if ('money' in operand) {
        const minor = BigInt(Math.round(Number(operand.money) * 100));
        return [minor - 1n, minor, minor + 1n].map((each) => ({ minor: String(each), currency: operand.currency }));
      }
      if ('param' in operand) return besideNumber(standards.get(operand.param), operand.negative);
      return 'value' in operand ? (typeof operand.value === 'boolean' ? [true, false] : [operand.value]) : [];
    });
    for (const operand of operands) {
      const path = 'field' in operand ? operand.field : 'sum' in operand ? operand.sum : null;
      if (path !== null) fields.set(path, [...(fields.get(path) ?? [null]), ...(beside.length > 0 ? beside : ['x'])]);
      if ('param' in operand) params.set(operand.param, settings(standards.get(operand.param), beside));
    }
  }
  for (const [path, values] of fields) fields.set(path, values.filter(fitting(process, path)));
  return { fields, params };
}

/** Every value of everything beside the first ones, and a number of combinations: the same in every run. */
export function combinations<V>(choices: ReadonlyMap<string, V[]>, most: number): Record<string, V>[] {
  const entries = [...choices].map(([key, values]): [string, V[]] => [
    key,
    [...new Map(values.map((value) => [canonicalJson(value), value])).values()],
  ]);
  const all = entries.reduce((product, [, values]) => product * values.length, 1);
  const pick = (number: number): Record<string, V> => {
    let left = number;
    return Object.fromEntries(
      entries.map(([key, values]) => {
        const value = values[left % values.length] as V;
        left = Math.floor(left / values.length);
        return [key, value];
      }),
    );
  };
  const count = Math.min(all, most);
  return Array.from({ length: count }, (_, index) => pick(all <= most ? index : Math.floor((index * all) / count) + index));
}
