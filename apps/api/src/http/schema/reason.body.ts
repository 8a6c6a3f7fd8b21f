import { IsString, Length } from 'class-validator';
import { Text } from './schema.decorators';
import { IsSeen } from './seen.decorator';

/** Why somebody does what they do; it stays on record with the request. */
export class ReasonBody {
  @Text({ description: 'Stays on record with the request.' }) @IsString() @Length(1, 500) @IsSeen() reason!: string;
}
