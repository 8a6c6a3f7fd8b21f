import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsDay } from '../../http/schema/day.decorator';
import { Optional, Text } from '../../http/schema/schema.decorators';
import { IsWritten } from '../../http/schema/written.decorator';

const PLANS = ['in', 'over'] as const;

/** A case that nobody has handed in. */
export class WhoMaySignQuery {
  @Text({ description: 'Key of a process.' }) @IsString() @MaxLength(120) process!: string;
  @Optional({ type: String, maxLength: 120, description: 'One step; absent: every step that binds or takes authority.' })
  @IsString()
  @MaxLength(120)
  step?: string;

  @Optional({ type: String, example: '6480.00', description: 'In decimal notation; absent: nothing is said of it.' })
  @IsWritten('decimal')
  amount?: string;

  @Optional({ type: String, example: 'CNY', description: 'Absent: the company’s.' }) @IsWritten('currency') currency?: string;
  @Optional({ type: String, format: 'uuid', description: 'From which unit; absent: the requester’s.' }) @IsUUID() unit?: string;
  @Optional({ type: String, format: 'uuid', description: 'Who asks; absent: whoever heads the unit is taken to.' })
  @IsUUID()
  requester?: string;

  @Optional({ enum: [...PLANS], default: 'in' }) @IsIn(PLANS) plan?: (typeof PLANS)[number];
  @Optional({ type: String, format: 'date', description: 'On which day of the company; absent: now.' }) @IsDay() date?: string;
  @Optional({ type: String, format: 'date', description: 'As it was known when that day ended; absent: as it is known by now.' })
  @IsDay()
  known?: string;
}
