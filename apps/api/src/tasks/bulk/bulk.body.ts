import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsString,
  IsUUID,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Id, Ids, Many, OneOf, Optional, Text } from '../../http/schema/schema.decorators';
import { IsWritten } from '../../http/schema/written.decorator';

/** As many as one press decides. */
export const MOST_AT_ONCE = 100;
export const BULK_COMMANDS = ['approve'] as const;

const UpTo = (): PropertyDecorator =>
  Optional({
    type: String,
    pattern: '^(0|[1-9]\\d{0,14})$',
    description: 'Amounts above so many whole units of their currency are left to be looked at one by one; 100000 unless said.',
  });

/** An id is the same in capitals. */
const idOf = (task: unknown): unknown => (typeof task === 'string' ? task.toLowerCase() : task);

/** Tasks of one’s own that are to be passed together. */
export class BulkTrialBody {
  @OneOf(BULK_COMMANDS) @IsIn(BULK_COMMANDS) command!: (typeof BULK_COMMANDS)[number];
  @UpTo() @IsString() @IsWritten('whole') upTo?: string;
  @Ids({ minItems: 1, maxItems: MOST_AT_ONCE })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique(idOf)
  @IsUUID(undefined, { each: true })
  tasks!: string[];
}

/** One of them, as it was shown. */
export class BulkItemBody {
  @Id() @IsUUID() task!: string;
  @Text({ description: 'Content hash of what was shown, as the trial told it.' }) @IsString() @Length(1, 200) shown!: string;
}

export class BulkBody {
  @OneOf(BULK_COMMANDS) @IsIn(BULK_COMMANDS) command!: (typeof BULK_COMMANDS)[number];
  @UpTo() @IsString() @IsWritten('whole') upTo?: string;
  @Optional({ type: String, maxLength: 4_000, description: 'Goes with each of them.' }) @IsString() @MaxLength(4_000) comment?: string;
  @Many(() => BulkItemBody, { minItems: 1, maxItems: MOST_AT_ONCE })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayUnique(({ task }: BulkItemBody) => idOf(task))
  @ValidateNested({ each: true })
  @Type(() => BulkItemBody)
  items!: BulkItemBody[];
}
