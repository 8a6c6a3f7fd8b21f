import type { ParameterValue } from '../../definition/parameters';
import { ownValue } from '../../text/own-value';
import type { DirectoryImport } from './directory-import.schema';
import { directoryProblem, type DirectoryProblem } from './directory-problem';

/** Parameters of the definitions that a company has, with their defaults, by definition and key. */
export type KnownParameters = Record<string, Record<string, ParameterValue>>;

const OTHER_KIND = { string: 'parameter-text', number: 'parameter-number', boolean: 'parameter-yes-no' } as const;

/** What is wrong with the parameters that an import sets: a value of another kind, or under a name that no process has, would be looked at by nothing. Pure. */
export function parameterProblems({ parameters }: Pick<DirectoryImport, 'parameters'>, known: KnownParameters): DirectoryProblem[] {
  return parameters.flatMap(({ definition, key, value }, index) => {
    const path = `parameters.${index}`;
    const defaults = ownValue(known, definition);
    if (defaults === undefined) return [directoryProblem(`${path}.definition`, 'unknown-definition', { key: definition })];
    const standard = ownValue(defaults, key);
    if (standard === undefined) return [directoryProblem(`${path}.key`, 'unknown-parameter', { key, definition })];
    const kind = typeof standard as keyof typeof OTHER_KIND;
    return typeof value === kind ? [] : [directoryProblem(`${path}.value`, OTHER_KIND[kind], { key })];
  });
}
