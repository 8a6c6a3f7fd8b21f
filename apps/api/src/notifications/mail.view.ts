import { MAIL_WAYS, type MailWay, type MailWishes } from '@countersign/domain';
import { Type } from 'class-transformer';
import { IsIn, ValidateNested } from 'class-validator';
import { Differs } from '../http/schema/differs.decorator';
import { Flag, Id, Many, One, OneOf, OneOrNull, Optional, Text, TextOrNull, Time, Whole } from '../http/schema/schema.decorators';
import { PersonRef } from '../http/schema/values.view';
import { IsWritten } from '../http/schema/written.decorator';

export class QuietHoursBody {
  @Text({ description: 'HH:MM by the company’s clock.' }) @IsWritten('time') from!: string;
  @Text({ description: 'HH:MM; earlier than `from`: on the next day. The same is refused: it could be never or always.' })
  @IsWritten('time')
  @Differs('from')
  to!: string;
}

/** How mail comes. What is said about one’s own account always comes at once. */
export class MailWishesBody {
  @OneOf(MAIL_WAYS, { description: 'What asks something of me.' }) @IsIn(MAIL_WAYS) work!: MailWay;
  @OneOf(MAIL_WAYS, { description: 'How my own requests fare.' }) @IsIn(MAIL_WAYS) mine!: MailWay;
  @OneOf(MAIL_WAYS, { description: 'Comments.' }) @IsIn(MAIL_WAYS) talk!: MailWay;
  @OneOf(MAIL_WAYS, { description: 'Copies.' }) @IsIn(MAIL_WAYS) copies!: MailWay;
  @Text({ description: 'When the daily mail comes, HH:MM by the company’s clock.' }) @IsWritten('time') digestAt!: string;
  @Optional({ type: () => QuietHoursBody, description: 'When no mail comes; left out: never.' })
  @ValidateNested()
  @Type(() => QuietHoursBody)
  quiet?: QuietHoursBody;
}

export class MailWishesView implements MailWishes {
  @OneOf(MAIL_WAYS) work!: MailWay;
  @OneOf(MAIL_WAYS) mine!: MailWay;
  @OneOf(MAIL_WAYS) talk!: MailWay;
  @OneOf(MAIL_WAYS) copies!: MailWay;
  @Text() digestAt!: string;
  @OneOrNull(() => QuietHoursBody) quiet!: QuietHoursBody | null;
  @TextOrNull({ description: 'Where it goes, as the directory says; null: nowhere.' }) address!: string | null;
  @Flag({ description: 'This installation sends mail.' }) sending!: boolean;
}

/** A mail that could not be delivered. What it says stays closed. */
export class DeadMailItem {
  @Id() id!: string;
  @One(() => PersonRef, { description: 'To whom.' }) person!: PersonRef;
  @Whole({ description: 'Notices in it.' }) notices!: number;
  @Whole() attempts!: number;
  @Text({ description: 'What the mail server said.' }) detail!: string;
  @Time() createdAt!: string;
  @Time({ description: 'Since when it is given up.' }) since!: string;
}

export class DeadMailPage {
  @Many(() => DeadMailItem) items!: DeadMailItem[];
  @TextOrNull() nextCursor!: string | null;
}
