import { NOTICES } from '@countersign/domain';
import { BilingualView, MoneyView } from '../http/schema/values.view';
import {
  Flag,
  Id,
  IdOrNull,
  Many,
  One,
  OneOf,
  OneOrNull,
  TextOrNull,
  Time,
  TimeOrNull,
  Whole,
  Wire,
} from '../http/schema/schema.decorators';

export class NotificationItem {
  @Id() id!: string;
  @OneOf(NOTICES) notice!: string;
  @Wire() params!: Record<string, unknown>;
  @IdOrNull() requestId!: string | null;
  @IdOrNull() taskId!: string | null;
  @One(() => BilingualView) title!: BilingualView;
  @TextOrNull() number!: string | null;
  @OneOrNull(() => MoneyView, { description: 'Of the request, where no step hides it from its person.' }) amount!: MoneyView | null;
  @OneOrNull(() => BilingualView, { description: 'What the reader had pressed, where the notice is about that.' })
  pressed!: BilingualView | null;
  @TextOrNull({ description: 'What whoever did it wrote to the reader.' }) reason!: string | null;
  @Time() createdAt!: string;
  @TimeOrNull() readAt!: string | null;
  @TimeOrNull({ description: 'What it told of is no longer so.' }) supersededAt!: string | null;
  @Flag({ description: 'The task that it told of was decided by the reader.' }) decided!: boolean;
}

export class NotificationPage {
  @Many(() => NotificationItem) items!: NotificationItem[];
  @TextOrNull() nextCursor!: string | null;
}

export class UnreadView {
  @Whole() unread!: number;
}
