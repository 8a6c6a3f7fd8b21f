import { NOTICES } from '@countersign/domain';
import { BilingualView } from '../http/values.view';
import { Id, IdOrNull, Many, One, OneOf, TextOrNull, Time, TimeOrNull, Whole, Wire } from '../http/schema.decorators';

export class NotificationItem {
  @Id() id!: string;
  @OneOf(NOTICES) notice!: string;
  @Wire() params!: Record<string, unknown>;
  @IdOrNull() requestId!: string | null;
  @IdOrNull() taskId!: string | null;
  @One(() => BilingualView) title!: BilingualView;
  @Time() createdAt!: string;
  @TimeOrNull() readAt!: string | null;
  @TimeOrNull({ description: 'What it told of is no longer so.' }) supersededAt!: string | null;
}

export class NotificationPage {
  @Many(() => NotificationItem) items!: NotificationItem[];
  @TextOrNull() nextCursor!: string | null;
}

export class UnreadView {
  @Whole() unread!: number;
}
