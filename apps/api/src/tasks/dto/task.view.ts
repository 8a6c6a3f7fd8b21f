import { BilingualView, MoneyView, PersonRef } from '../../http/schema/values.view';
import {
  Flag,
  FlagOrNull,
  Id,
  IdOrNull,
  Many,
  One,
  OneOf,
  OneOfOrNull,
  OneOrNull,
  Text,
  TextOrNull,
  Time,
  TimeOrNull,
  Whole,
} from '../../http/schema/schema.decorators';
import { REQUEST_STATUSES, RequestView } from '../../requests/dto/request.view';
import { InboxFilters } from './task.body';

export class RowDefinitionView {
  @Text() key!: string;
  @One(() => BilingualView) title!: BilingualView;
}

export class RowDecisionView {
  @One(() => PersonRef) by!: PersonRef;
  @Time() at!: string;
  @Text() action!: string;
  @One(() => BilingualView, { description: 'In the words of its step.' }) past!: BilingualView;
}

export class ChipView {
  @Text() kind!: string;
  @One(() => BilingualView) text!: BilingualView;
}

/** Words for the filters that come with the product. */
export const FILTER_WORDS = ['filterBig', 'filterAgain', 'filterOverPlan'] as const;

export const ROW_GROUPS = ['overdue', 'today', 'week', 'later', 'none'] as const;

/** One line of a list: a request, however many tasks of it are the reader's. */
export class InboxRow {
  @IdOrNull({ description: 'The most pressing task of the reader, where the list is about tasks.' }) taskId!: string | null;
  @Id() requestId!: string;
  @TextOrNull() number!: string | null;
  @One(() => BilingualView) rowTitle!: BilingualView;
  @One(() => RowDefinitionView) definition!: RowDefinitionView;
  @One(() => PersonRef) requester!: PersonRef;
  @OneOrNull(() => MoneyView) amount!: MoneyView | null;
  @TimeOrNull({ description: 'First submitted; null for drafts.' }) submittedAt!: string | null;
  @Time() waitingSince!: string;
  @TimeOrNull() dueAt!: string | null;
  @OneOf(ROW_GROUPS) group!: (typeof ROW_GROUPS)[number];
  @Whole() round!: number;
  @FlagOrNull({ description: 'Side of the plan that the last step asked for; null where none has.' }) overPlan!: boolean | null;
  @OneOf(REQUEST_STATUSES) status!: string;
  @OneOrNull(() => BilingualView) step!: BilingualView | null;
  @Many(() => PersonRef) waitingFor!: PersonRef[];
  @OneOrNull(() => RowDecisionView) decided!: RowDecisionView | null;
  @Flag({ description: 'One of several takes it before anybody decides, and nobody has.' }) toClaim!: boolean;
  @Flag({ description: 'A command of the reader about it is not yet known to be done.' }) pending!: boolean;
  @Flag({ description: 'For copies: not opened yet.' }) unread!: boolean;
  @Many(() => ChipView) chips!: ChipView[];
}

export class InboxPage {
  @Many(() => InboxRow) items!: InboxRow[];
  @TextOrNull() nextCursor!: string | null;
}

export class FilterCount {
  @Text() id!: string;
  @Whole() count!: number;
}

/** Rows of each list, at most 10,000. */
export class TaskCounts {
  @Whole() todo!: number;
  @Whole({ description: 'Of it what one of several takes before anybody decides.' }) pool!: number;
  @Whole({ description: 'Under way.' }) mine!: number;
  @Whole({ description: 'At most 1,000: it is history.' }) done!: number;
  @Whole({ description: '1 where anything has ended that I may re-open or revoke by a post of mine, else 0.' }) ended!: number;
  @Whole({ description: 'Decided by me on the company’s calendar day.' }) doneToday!: number;
  @Whole({ description: 'Not opened yet.' }) copies!: number;
  @Whole({ description: 'Under way, and copied to me to supervise.' }) supervised!: number;
  @Whole() drafts!: number;
  @Many(() => FilterCount, { description: 'What is to do, by saved filter: as many as its list has.' }) filters!: FilterCount[];
}

export class SavedFilterItem {
  @Text() id!: string;
  @TextOrNull({ description: 'Null for those that come with the product.' }) name!: string | null;
  @OneOfOrNull(FILTER_WORDS) word!: (typeof FILTER_WORDS)[number] | null;
  @One(() => InboxFilters) filters!: InboxFilters;
}

export class SavedFilterList {
  @Many(() => SavedFilterItem) items!: SavedFilterItem[];
}

export class TaskHeadView {
  @Id() id!: string;
  @Text() step!: string;
  @Text() kind!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Whole() generation!: number;
  @OneOf(['open', 'decided', 'closed']) status!: string;
  @One(() => PersonRef) person!: PersonRef;
  @Time() openedAt!: string;
  @TimeOrNull() closedAt!: string | null;
  @TimeOrNull() dueAt!: string | null;
}

export class TaskView {
  @One(() => TaskHeadView) task!: TaskHeadView;
  @One(() => RequestView) request!: RequestView;
}
