import { ownValue } from '../text/own-value';
import type { Definition } from './definition.schema';

/** What a parameter of a definition can be: text, number, or yes and no, as its default is. */
export type ParameterValue = Definition['parameters'][number]['default'];

/**
 * The parameters of a definition as a company has set them. Pure. Where nothing is set, and where what is set is of another kind than the definition
 * asks for (it came with an older version), the default holds: a condition never looks at a value that it cannot compare.
 */
export function parametersOf({ parameters }: Definition, set: Readonly<Record<string, unknown>> = {}): Record<string, ParameterValue> {
  return parametersWith(Object.fromEntries(parameters.map(({ key, default: standard }) => [key, standard])), set);
}

/** The same, of defaults by key. Pure. */
export function parametersWith(
  defaults: Readonly<Record<string, ParameterValue>>,
  set: Readonly<Record<string, unknown>>,
): Record<string, ParameterValue> {
  const entries = Object.entries(defaults).map(([key, standard]): [string, ParameterValue] => {
    const value = ownValue(set, key);
    return [key, typeof value === typeof standard ? (value as ParameterValue) : standard];
  });
  return Object.fromEntries(entries);
}
