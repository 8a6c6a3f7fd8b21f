import {
  derivedFrom,
  formChanges,
  isBlank,
  ownValue,
  wordChange,
  wordValueBoth,
  type Definition,
  type Field,
  type FileReference,
} from '@countersign/domain';
import { filesIn } from '../../files/held-files';
import type { FileReferenceView } from '../../http/schema/values.view';
import type { ChangeView } from '../dto/decision.view';
import type { FactView } from '../dto/request.view';
import { visibleValues, type ViewCase } from '../view/view-case';

const MOST_FACTS = 8;

/** The facts card: the definition's choice, else the material fields and what else is short enough to be one. */
export function factViews({ definition, values, hidden, names }: ViewCase): FactView[] {
  const byKey = new Map(definition.form.fields.map((field) => [field.key, field]));
  const chosen = definition.facts.length > 0 ? definition.facts.flatMap((key) => byKey.get(key) ?? []) : usualFacts(definition.form.fields);
  return chosen
    .filter((field) => !hidden.has(field.key) && !isBlank(ownValue(values, field.key)))
    .slice(0, MOST_FACTS)
    .map((field) => ({ field: field.key, label: field.label, value: wordValueBoth(field, ownValue(values, field.key), names) }));
}

function usualFacts(fields: Field[]): Field[] {
  const short = fields.filter((field) => !['long-text', 'files', 'table'].includes(field.type));
  return [...short.filter((field) => field.material), ...short.filter((field) => !field.material)];
}

/** What is different in the form since the last round, or since somebody else corrected it. */
export function changesOf(view: ViewCase): ChangeView[] | null {
  const { bundle, definition, names, known } = view;
  const { corrected } = bundle;
  const [before, after] = corrected ? [corrected.form, known.head.form] : bundle.rounds.map(({ form }) => form);
  if (!before || !after) return null;
  const [old, now] = [visibleValues(view, before), visibleValues(view, after)];
  const all = formChanges(definition, old, now).map((change) => wordChange(change, names));
  return all
    .filter(({ field }) => !corrected || hangsOnAnyOf(definition, field, corrected.fields))
    .map(({ field, label, before: was, after: is }) => ({ field, label, before: was, after: is }));
}

/** Whether a change is one of these fields, of a cell of theirs, or of what is worked out from them: what steps have written meanwhile is none. */
function hangsOnAnyOf(definition: Definition, changed: string, keys: readonly string[]): boolean {
  const key = changed.split('.')[0] ?? changed;
  const field = definition.form.fields.find((each) => each.key === key);
  return keys.includes(key) || (field !== undefined && derivedFrom(field).some((path) => keys.includes(path.split('.')[0] ?? path)));
}

/** Every file that the reader's form shows, each once. */
export function filesOf({ values }: ViewCase): FileReferenceView[] {
  const references = filesIn(values).map(({ reference }) => reference as FileReference);
  return [...new Map(references.map(({ id, name, size, type, sha256 }) => [id, { id, name, size, type, sha256 }])).values()];
}
