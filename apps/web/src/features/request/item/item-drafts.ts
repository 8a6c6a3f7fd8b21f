import { ownValue, type FileReference, type Json } from '@countersign/domain';
import { del, get, set } from 'idb-keyval';
import { freshId } from '../../../shared/state/sending/fresh-id';
import { createStoredStore, useStore } from '../../../shared/state/store';

/** A picture taken for an item. Its content lies in the browser's database until the server has it; `file`: the server has. */
export interface KeptPhoto {
  key: string;
  field: string;
  name: string;
  size: number;
  type: string;
  file: FileReference | null;
}

/** The press by which an item was said to be done. It counts once the server has it, and not before. */
export interface ItemPress {
  key: string;
  path: string;
  shown: string | null;
  /** What had been said about the item when it was read. */
  seen: number;
  at: string;
  /** Files that the fields held already: whatever is added stands beside them. */
  held: Record<string, FileReference[]>;
}

/** What somebody has prepared for an item and the server does not have yet. It survives reloads, other pages and lost connections. */
export interface ItemDraft {
  requestId: string;
  step: string;
  item: string;
  title: { zh: string; en: string };
  comment: string;
  fields: Record<string, Json>;
  photos: KeptPhoto[];
  press: ItemPress | null;
  /** Why the server has said no, in the reader's language. */
  refused: string | null;
}

export type ItemPlace = Pick<ItemDraft, 'requestId' | 'step' | 'item' | 'title'>;

const drafts = createStoredStore<Record<string, ItemDraft>>('items', {}, 'person');

const keyOf = ({ requestId, step, item }: Pick<ItemDraft, 'requestId' | 'step' | 'item'>): string => `${requestId} ${step} ${item}`;
const fresh = (place: ItemPlace): ItemDraft => ({ ...place, comment: '', fields: {}, photos: [], press: null, refused: null });

/** Everything prepared, of all requests. */
export const useItemDrafts = (): ItemDraft[] => Object.values(useStore(drafts));
export const itemDrafts = (): ItemDraft[] => Object.values(drafts.get());

/** What is prepared for one item. */
export function useItemDraft(place: ItemPlace): ItemDraft {
  return ownValue(useStore(drafts), keyOf(place)) ?? fresh(place);
}

/** What is prepared for an item now; null where nothing is. */
export const itemDraft = (place: Pick<ItemDraft, 'requestId' | 'step' | 'item'>): ItemDraft | null =>
  ownValue(drafts.get(), keyOf(place)) ?? null;

export function changeItemDraft(place: ItemPlace, change: Partial<ItemDraft> | ((before: ItemDraft) => Partial<ItemDraft>)): void {
  drafts.set((all) => {
    const before = ownValue(all, keyOf(place)) ?? fresh(place);
    return { ...all, [keyOf(place)]: { ...before, ...(typeof change === 'function' ? change(before) : change) } };
  });
}

/** The server has it all: nothing needs to be kept here. */
export function forgetItemDraft(place: ItemPlace): void {
  const known = itemDraft(place);
  drafts.set(({ [keyOf(place)]: _gone, ...rest }) => rest);
  for (const { key } of known?.photos ?? []) void del(key).catch(() => undefined);
}

/** Keeps a file for an item before anything is sent. False where this browser has no room for it. */
export async function keepPhoto(place: ItemPlace, field: string, file: File): Promise<boolean> {
  const key = `photo ${freshId()}`;
  try {
    await set(key, file);
  } catch {
    return false;
  }
  const { name, size, type } = file;
  changeItemDraft(place, ({ photos }) => ({ photos: [...photos, { key, field, name, size, type, file: null }], refused: null }));
  return true;
}

export function dropPhoto(place: ItemPlace, key: string): void {
  changeItemDraft(place, ({ photos }) => ({ photos: photos.filter((photo) => photo.key !== key) }));
  void del(key).catch(() => undefined);
}

/** What was prepared as evidence is not sent: somebody has signed what is there. */
export function dropEvidence(place: ItemPlace): void {
  for (const { key } of itemDraft(place)?.photos ?? []) dropPhoto(place, key);
  changeItemDraft(place, { fields: {} });
}

/** The content of a kept file; undefined where the browser has it no more. */
export const photoContent = (key: string): Promise<File | undefined> => get<File>(key).catch(() => undefined);
