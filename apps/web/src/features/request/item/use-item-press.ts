import { ownValue, type FileReference } from '@countersign/domain';
import { newPress } from '../../../shared/api/press';
import type { RequestView } from '../../../shared/api/wire';
import { useMe } from '../../../shared/state/session';
import { changeItemDraft, dropEvidence, itemDraft } from './item-drafts';
import { doorOf, isFirstWord, type ItemView, type ListView } from '../checklist/list-words';

/** Files that a field of the form holds now. */
export const filesHeld = (view: RequestView, field: string): FileReference[] => {
  const value = (ownValue(view.task?.values, field) ?? ownValue(view.form.values, field)) as unknown;
  return Array.isArray(value) ? (value as FileReference[]) : [];
};

/** Says that an item is done: it is kept first, and sent as soon as there is a connection. */
export function useItemPress(view: RequestView, list: ListView): (item: ItemView) => void {
  const me = useMe().person.id;
  return (item) => {
    const door = doorOf(view, { command: 'tick', step: list.step, item: item.id });
    if (door?.option.task === undefined || door.option.task === null) return;
    const place = { requestId: view.id, step: list.step, item: item.id, title: item.title };
    if (!isFirstWord(item)) dropEvidence(place);
    const fields = [...new Set((itemDraft(place)?.photos ?? []).map(({ field }) => field))];
    changeItemDraft(place, {
      refused: null,
      press: {
        key: newPress(me).key,
        path: `/tasks/${door.option.task}/tick`,
        shown: door.option.shown,
        seen: item.seen,
        at: new Date().toISOString(),
        held: Object.fromEntries(fields.map((field) => [field, filesHeld(view, field)])),
      },
    });
  };
}
