import type { Definition } from '@countersign/domain';
import type { RequestView } from '../../../shared/api/wire';
import type { WireForm } from '../../../shared/form';
import type { LocalCopy } from './local-copy';

/** What a form page works on: the definition, and the draft or returned request where there is one. */
export interface Opened {
  definition: Definition;
  request: RequestView | null;
}

/** What a person has filled in so far: fields in wire form, and people picked for steps. */
export interface Filled {
  form: WireForm;
  choices: Record<string, string>;
}

/**
 * The definition that a request's form follows: a returned request keeps the fields of its own version,
 * whatever has been published since. Pure.
 */
export function definitionOf(published: Definition, request: RequestView | null): Definition {
  return request ? { ...published, version: request.definition.version, form: { fields: request.form.fields } } : published;
}

/**
 * What the form opens with: the copy in this browser where it was typed over what the server has or is newer, else the server's. Pure.
 * A copy is there only while it has not been saved.
 */
export function openingOf(request: RequestView | null, copy: LocalCopy | null): { filled: Filled; restored: boolean } {
  if (copy !== null && (request === null || copy.base === request.updatedAt || copy.at > request.updatedAt))
    return { filled: { form: copy.form, choices: copy.choices }, restored: true };
  const choices = Object.entries(request?.choices ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { filled: { form: (request?.form.values ?? {}) as WireForm, choices: Object.fromEntries(choices) }, restored: false };
}
