import type { Definition } from '../../definition/definition.schema';
import { standardOf, valueSet } from '../../definition/parameters';
import { isMoney } from '../../money/money';
import { ownValue } from '../../text/own-value';
import type { DirectoryImport } from './directory-import.schema';
import { directoryProblem, type DirectoryProblem } from './directory-problem';

/** Parameters of the definitions that a company has, with their defaults, by definition and key. */
export type KnownParameters = Record<string, Record<string, Definition['parameters'][number]['default']>>;

const OTHER_KIND = { string: 'parameter-text', number: 'parameter-number', boolean: 'parameter-yes-no' } as const;

/** What is wrong with the parameters that an import sets: a value of another kind, or under a name that no process has, would be looked at by nothing. Pure. */
export function parameterProblems({ parameters }: Pick<DirectoryImport, 'parameters'>, known: KnownParameters): DirectoryProblem[] {
  return parameters.flatMap(({ definition, key, value }, index) => {
    const path = `parameters.${index}`;
    const defaults = ownValue(known, definition);
    if (defaults === undefined) return [directoryProblem(`${path}.definition`, 'unknown-definition', { key: definition })];
    const written = ownValue(defaults, key);
    if (written === undefined) return [directoryProblem(`${path}.key`, 'unknown-parameter', { key, definition })];
    const standard = standardOf(written);
    if (valueSet(standard, value) !== null) return [];
    if (isMoney(standard)) return [directoryProblem(`${path}.value`, 'parameter-money', { key, currency: standard.currency })];
    return [directoryProblem(`${path}.value`, OTHER_KIND[typeof standard as keyof typeof OTHER_KIND], { key })];
  });
}
