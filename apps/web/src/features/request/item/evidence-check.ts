import { ownValue, type Definition, type Field, type Json } from '@countersign/domain';
import type { RequestView } from '../../../shared/api/wire';
import { checkForm, type WireForm } from '../../../shared/form';
import type { ItemDraft } from './item-drafts';
import { isFirstWord, type ItemView } from '../checklist/list-words';
import { filesHeld } from './use-item-press';

const NO_SURROUNDINGS = { params: {}, requesterRoles: [] };
/** What stands for a file that the server does not have yet: the rules look at how many there are. */
const standIn = (name: string, index: number): Json => ({
  id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
  name,
  size: 1,
  type: 'image/jpeg',
  sha256: '0'.repeat(64),
});

/** Fields of an item's evidence, as far as the reader fills them in. Pure. */
export const evidenceFields = (view: RequestView, item: ItemView): Field[] =>
  isFirstWord(item)
    ? [view.task, ...view.otherTasks].flatMap((task) => task?.fields ?? []).filter(({ key }) => item.evidence.includes(key))
    : [];

/** What of an item's evidence is missing or wrong, by the rules of the domain: the server would only send it back, perhaps hours later. Pure. */
export function evidenceFaults(view: RequestView, item: ItemView, draft: ItemDraft): { missing: Field[]; wrong: Field[] } {
  const own = evidenceFields(view, item);
  const fields = own.map((field) => ({ ...field, filledAt: 'start' as const, required: true }));
  const values: WireForm = Object.fromEntries(
    own.map((field) => {
      const held = (ownValue(draft.fields, field.key) ?? ownValue(view.task?.values, field.key) ?? null) as Json;
      if (field.type !== 'files') return [field.key, held];
      const kept = draft.photos.filter((photo) => photo.field === field.key);
      return [field.key, [...(filesHeld(view, field.key) as unknown as Json[]), ...kept.map(({ name }, index) => standIn(name, index))]];
    }),
  );
  const filled = Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
  const check = checkForm({ form: { fields }, parameters: [] } as unknown as Definition, filled, view.form.surroundings ?? NO_SURROUNDINGS);
  const at = (problems: readonly { field: string }[]): Field[] =>
    own.filter(({ key }) => problems.some(({ field }) => field.split('.')[0] === key));
  return { missing: at(check.missing), wrong: at(check.invalid) };
}
