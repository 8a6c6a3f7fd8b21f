import { BilingualView, PersonRef, ReasonView } from '../../http/schema/values.view';
import {
  Flag,
  Many,
  One,
  OneOf,
  OneOrNull,
  Text,
  TextOrNull,
  Texts,
  Time,
  TimeOrNull,
  Whole,
  WholeOrNull,
} from '../../http/schema/schema.decorators';

/** What somebody said about an item. */
export class ItemWordView {
  @One(() => PersonRef) by!: PersonRef;
  @Time() at!: string;
  @TextOrNull() comment!: string | null;
}

/** One of those who sign an item: any of these people. */
export class ItemSignerView {
  @Many(() => PersonRef) people!: PersonRef[];
}

export class ItemDueView {
  @Text({ description: 'Calendar day, YYYY-MM-DD.' }) day!: string;
  @TextOrNull({ description: 'Time of day, HH:MM by the clock of the requester’s unit; null: some time that day.' }) at!: string | null;
  @TimeOrNull({ description: 'The moment of that time, where it has been counted.' }) moment!: string | null;
  @Whole({ description: 'Calendar days from today; negative: before today.' }) daysLeft!: number;
  @WholeOrNull({ description: 'Calendar days from the day that the list counts to; null: it counts from somewhere else.' })
  offset!: number | null;
  @Flag() late!: boolean;
}

export const ITEM_STATES = ['open', 'done', 'waived'] as const;

/** One item of a checklist as its reader sees it. */
export class ItemView {
  @Text() id!: string;
  @One(() => BilingualView) title!: BilingualView;
  @OneOrNull(() => BilingualView) note!: BilingualView | null;
  @TextOrNull() group!: string | null;
  @Many(() => ItemSignerView, { description: 'Who signs it, each of them somebody else.' }) signers!: ItemSignerView[];
  @OneOrNull(() => ItemDueView) due!: ItemDueView | null;
  @Flag() mandatory!: boolean;
  @Flag() waivable!: boolean;
  @Texts({ description: 'Items that come first and are not done yet.' }) waits!: string[];
  @Texts({ description: 'Items that wait for this one.' }) frees!: string[];
  @Texts({ description: 'Fields of its evidence that the reader may see.' }) evidence!: string[];
  @OneOf(ITEM_STATES) state!: (typeof ITEM_STATES)[number];
  @Many(() => ItemWordView) words!: ItemWordView[];
  @Whole({ description: 'Stands for what has been said about it; whoever signs it sends it back. 0: nothing yet.' }) seen!: number;
  @OneOrNull(() => ItemWordView) waived!: ItemWordView | null;
  @Flag({ description: 'It waits for the reader’s own word.' }) yours!: boolean;
}

export class ItemGroupView {
  @Text() id!: string;
  @One(() => BilingualView) title!: BilingualView;
}

/** The day that most of its items count to. */
export class ListDayView {
  @Text({ description: 'Key of the date field.' }) field!: string;
  @One(() => BilingualView) label!: BilingualView;
  @Text() day!: string;
  @Whole() daysLeft!: number;
}

/** A checklist that the request has come to. */
export class ListView {
  @Text() step!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Flag({ description: 'It waits for its people.' }) open!: boolean;
  @OneOrNull(() => ListDayView) countsTo!: ListDayView | null;
  @Many(() => ItemGroupView) groups!: ItemGroupView[];
  @Many(() => ItemView) items!: ItemView[];
}

/** What stands in the way of an operation at one item; null: nothing. */
export class ItemDoorView {
  @Text() item!: string;
  @OneOrNull(() => ReasonView) reason!: ReasonView | null;
}
