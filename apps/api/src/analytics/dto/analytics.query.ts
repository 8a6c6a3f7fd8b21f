import { Type } from 'class-transformer';
import { IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsDay } from '../../http/day.decorator';
import { Optional } from '../../http/schema.decorators';

/** What figures of time are about. */
export class AnalyticsQuery {
  @Optional({ type: String, maxLength: 80, description: 'Key of the process; left out: the one on which most time was spent.' })
  @IsString()
  @MaxLength(80)
  definition?: string;
  @Optional({ type: 'integer', minimum: 1, description: 'With `definition`: one version of it.' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;
  @Optional({ type: String, format: 'date', description: 'Finished on this day or later; left out: twelve weeks before the last.' })
  @IsDay()
  from?: string;
  @Optional({ type: String, format: 'date', description: 'Finished on this day or before; left out: today.' }) @IsDay() to?: string;
  @Optional({ type: String, format: 'uuid', description: 'Unit of the requesters, subtree included.' }) @IsUUID() unit?: string;
}
