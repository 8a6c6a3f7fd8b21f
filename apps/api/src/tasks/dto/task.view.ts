import { BilingualView, MoneyView, PersonRef } from '../../http/values.view';
import { Flag, Id, IdOrNull, Many, One, OneOf, OneOrNull, Text, TextOrNull, Time, TimeOrNull, Whole } from '../../http/schema.decorators';
import { REQUEST_STATUSES, RequestView } from '../../requests/dto/request.view';

export class RowDefinitionView {
  @Text() key!: string;
  @One(() => BilingualView) title!: BilingualView;
}

export class RowDecisionView {
  @One(() => PersonRef) by!: PersonRef;
  @Time() at!: string;
  @Text() action!: string;
}

export class ChipView {
  @Text() kind!: string;
  @One(() => BilingualView) text!: BilingualView;
}

export const ROW_GROUPS = ['overdue', 'today', 'week', 'later', 'none'] as const;

/** One line of a list of requests or tasks. */
export class InboxRow {
  @IdOrNull() taskId!: string | null;
  @Id() requestId!: string;
  @TextOrNull() number!: string | null;
  @One(() => BilingualView) rowTitle!: BilingualView;
  @One(() => RowDefinitionView) definition!: RowDefinitionView;
  @One(() => PersonRef) requester!: PersonRef;
  @OneOrNull(() => MoneyView) amount!: MoneyView | null;
  @Time() waitingSince!: string;
  @TimeOrNull() dueAt!: string | null;
  @OneOf(ROW_GROUPS) group!: (typeof ROW_GROUPS)[number];
  @Whole() round!: number;
  @OneOf(REQUEST_STATUSES) status!: string;
  @OneOrNull(() => BilingualView) step!: BilingualView | null;
  @Many(() => PersonRef) waitingFor!: PersonRef[];
  @OneOrNull(() => RowDecisionView) decided!: RowDecisionView | null;
  @Flag({ description: 'A command of the reader about it is not yet known to be done.' }) pending!: boolean;
  @Flag({ description: 'For copies: not opened yet.' }) unread!: boolean;
  @Many(() => ChipView) chips!: ChipView[];
}

export class InboxPage {
  @Many(() => InboxRow) items!: InboxRow[];
  @TextOrNull() nextCursor!: string | null;
}

export class TaskCounts {
  @Whole() todo!: number;
  @Whole() mine!: number;
  @Whole() done!: number;
  @Whole() copies!: number;
  @Whole() drafts!: number;
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
