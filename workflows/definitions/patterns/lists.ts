import type { Catalogue } from '../checklists/item';
import { returnsOf, type Block } from './block';
import { assigneeOf, type Who } from './who';
import { said, type Words } from './words';

/** How a list is worked through. */
export interface Through {
  list: Catalogue;
  /** Whose it is, for items that name nobody. */
  who: Who;
  /** Date field that its days are counted from. */
  anchor: string;
  /** Who stands in where nobody is found for an item. */
  instead?: readonly Who[];
  /** Who may leave an item undone, with a reason. */
  waive?: Who;
}

/** A list that several people work through, each their own items (X35, X51–X55). */
export const checklist =
  (id: string, title: Words, { list, who, anchor, instead = [], waive }: Through): Block =>
  (around) => {
    const fields = list.items.flatMap((each) => each.fields);
    return {
      block: 'checklist',
      fields,
      step: {
        kind: 'checklist',
        id,
        title: said(title),
        assignee: assigneeOf(who),
        fallback: instead.map(assigneeOf),
        ...(waive ? { waive: assigneeOf(waive) } : {}),
        groups: Object.entries(list.groups).map(([group, name]) => ({ id: group, title: said(name) })),
        items: list.items.map((each) => each.of(anchor)),
        ...(fields.length > 0 ? { fields: { write: fields.map(({ key }) => key) } } : {}),
        returns: returnsOf(around),
      },
      inside: [],
    };
  };
