import type { Condition } from '@countersign/domain';
import { AT_STEP, type Field } from '../patterns/fields';
import { assigneeOf, type Who } from '../patterns/who';
import { said, type Words } from '../patterns/words';

/** What an item of a checklist may say beyond what is done and by whom. */
export interface ItemMore {
  group?: string;
  /** Days from the day that the list is anchored to; before it they are negative. */
  days?: number;
  /** Time of day, `08:30`. */
  at?: string;
  /** Minutes from when the unit closes that day (G45). */
  closing?: number;
  /** Who signs it besides, each of them somebody else (X51, X52). */
  with?: readonly Who[];
  /** What has to be there when it is done. */
  evidence?: readonly Field[];
  /** The list is done without it. */
  optional?: true;
  /** It may be left undone with a reason. */
  waivable?: true;
  /** What comes first (X53). */
  after?: readonly string[];
  when?: Condition;
  note?: Words;
}

/** An item as a catalogue keeps it: what the language reads, made for a day, and the fields that it brings along. */
export interface CatalogueItem {
  /** `anchor` is the date field of the process. */
  of: (anchor: string) => { id: string; [property: string]: unknown };
  fields: readonly Field[];
}

/** A list that processes work through. */
export interface Catalogue {
  groups: Readonly<Record<string, Words>>;
  items: readonly CatalogueItem[];
}

/** One line of a catalogue. `who` null: whose the list is. Pure. */
export function item(id: string, title: Words, who: Who | null, more: ItemMore = {}): CatalogueItem {
  const { group, days, at, closing, evidence = [], after, when, note } = more;
  const fields = evidence.map((field): Field => ({ ...field, ...AT_STEP }));
  return {
    fields,
    of: (anchor) => ({
      id,
      title: said(title),
      ...(note ? { note: said(note) } : {}),
      ...(group ? { group } : {}),
      ...(who ? { owner: assigneeOf(who) } : {}),
      ...(more.with ? { with: more.with.map(assigneeOf) } : {}),
      ...([days, at, closing].every((each) => each === undefined)
        ? {}
        : { due: { field: anchor, days: days ?? 0, ...(at ? { at } : {}), ...(closing === undefined ? {} : { closing }) } }),
      ...(fields.length > 0 ? { evidence: fields.map(({ key }) => key) } : {}),
      ...(more.optional ? { mandatory: false } : {}),
      ...(more.waivable ? { waivable: true } : {}),
      ...(after ? { after: [...after] } : {}),
      ...(when ? { when } : {}),
    }),
  };
}
