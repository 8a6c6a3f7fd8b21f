import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsString, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import { Id, Many, Optional, Text } from '../../http/schema/schema.decorators';
import { IsSeen } from '../../http/schema/seen.decorator';
import { MOST_PAID_AT_ONCE } from './payment.query';

/** One payment, as it was shown, and the slip by which it was made. */
export class PaidItemBody {
  @Id({ description: 'The task of whoever pays.' }) @IsUUID() task!: string;
  @Text({ description: 'Content hash of what was shown, as the list told it.' }) @IsString() @Length(1, 200) shown!: string;
  @Optional({ type: String, maxLength: 20, description: 'How much is paid, in the currency of the request; absent: all that is left.' })
  @IsString()
  @MaxLength(20)
  amount?: string;
  @Text({ description: 'Number of the slip.' }) @IsString() @Length(1, 60) @IsSeen() slip!: string;
}

export class PaidBody {
  @Many(() => PaidItemBody, { minItems: 1, maxItems: MOST_PAID_AT_ONCE })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_PAID_AT_ONCE)
  @ArrayUnique(({ task }: PaidItemBody) => (typeof task === 'string' ? task.toLowerCase() : task))
  @ValidateNested({ each: true })
  @Type(() => PaidItemBody)
  items!: PaidItemBody[];
}
