import { IsString, Length } from 'class-validator';
import { IsSeen } from '../http/schema/seen.decorator';
import { BilingualView, PersonRef } from '../http/schema/values.view';
import { Flag, Id, Many, One, OneOf, Text, TextOrNull, Time, Whole } from '../http/schema/schema.decorators';

/** A command that could not be delivered. What it says stays closed: it is somebody's form. */
export class DeadLetterItem {
  @Id() id!: string;
  @One(() => BilingualView, { description: 'What was asked.' }) label!: BilingualView;
  @One(() => PersonRef, { description: 'Who asked it.' }) person!: PersonRef;
  @Id() requestId!: string;
  @TextOrNull() number!: string | null;
  @One(() => BilingualView) definitionTitle!: BilingualView;
  @Flag({ description: 'It was decided and stands in the journal; only the run of its request does not confirm it.' }) decided!: boolean;
  @Whole() attempts!: number;
  @Whole() bytes!: number;
  @One(() => BilingualView) why!: BilingualView;
  @Text({ description: 'For whoever looks into it: what the server said.' }) detail!: string;
  @Time() sentAt!: string;
  @Time({ description: 'Since when it is out of delivery.' }) since!: string;
}

export class DeadLetterPage {
  @Many(() => DeadLetterItem) items!: DeadLetterItem[];
  @TextOrNull() nextCursor!: string | null;
}

export class ResentView {
  @OneOf(['done', 'refused', 'undelivered']) status!: 'done' | 'refused' | 'undelivered';
}

export class GiveUpBody {
  @Text({ description: 'Told to whoever sent it.' }) @IsString() @Length(1, 500) @IsSeen() reason!: string;
}
