import { choiceOf, flatten, isHuman, type Definition, type FormSurroundings } from '@countersign/domain';
import type { PublishedDefinition, RequestView } from '../../../shared/api/wire';
import type { WireForm } from '../../../shared/form';
import type { LocalCopy } from './local-copy';

/** What a form page works on: the definition with what surrounds its form, and the draft or returned request where there is one. */
export interface Opened {
  definition: Definition;
  surroundings: FormSurroundings;
  request: RequestView | null;
  /** What is another form now than when the draft was last saved; null where it is the same. */
  difference: RequestView['draftChanges'];
  /** What a new request begins with, by the way it is started. */
  entered: WireForm;
}

/** What a person has filled in so far: fields in wire form, and people picked for steps. */
export interface Filled {
  form: WireForm;
  choices: Record<string, string>;
}

/**
 * The definition that a request's form follows, and by what it is judged. A draft follows the newest version, whatever it was begun with;
 * a returned request keeps the fields of its own version and what its first submit found, whatever has been published or set since. Pure.
 */
export function openedOf(
  { definition, surroundings }: PublishedDefinition,
  request: RequestView | null,
  entrance: string | null = null,
): Opened {
  if (!request) return { definition, surroundings, request, difference: null, entered: enteredBy(definition, entrance) };
  if (request.status === 'draft') return { definition, surroundings, request, difference: request.draftChanges, entered: {} };
  const own = { ...definition, version: request.definition.version, form: { fields: request.form.fields } };
  return { definition: own, surroundings: request.form.surroundings ?? surroundings, request, difference: null, entered: {} };
}

/** What a form says that is begun by one of the ways to start its process. */
function enteredBy({ entrances }: Pick<Definition, 'entrances'>, entrance: string | null): WireForm {
  return entrances?.each.some(({ value }) => value === entrance) ? { [entrances.field]: entrance } : {};
}

/** Picks for steps that the definition still has and asks for: a newer version may have dropped one that was picked for. Pure. */
export function choicesFor({ flow }: Pick<Definition, 'flow'>, choices: Record<string, string>): Record<string, string> {
  const asked = new Set(flatten(flow).flatMap((step) => (isHuman(step) && choiceOf(step) ? [step.id] : [])));
  return Object.fromEntries(Object.entries(choices).filter(([step]) => asked.has(step)));
}

/**
 * What the form opens with: the copy in this browser where it was typed over what the server has or is newer, else the server's. Pure.
 * A copy is there only while it has not been saved.
 */
export function openingOf(
  request: RequestView | null,
  copy: LocalCopy | null,
  entered: WireForm = {},
): { filled: Filled; restored: boolean } {
  if (copy !== null && (request === null || copy.base === request.updatedAt || copy.at > request.updatedAt))
    return { filled: { form: { ...copy.form, ...entered }, choices: copy.choices }, restored: true };
  const choices = Object.entries(request?.choices ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return {
    filled: { form: { ...((request?.form.values ?? {}) as WireForm), ...entered }, choices: Object.fromEntries(choices) },
    restored: false,
  };
}
