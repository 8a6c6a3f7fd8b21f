import { IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { IsDay } from '../../http/schema/day.decorator';
import { PageQuery } from '../../http/schema/page.query';
import { OneOf, Optional, Text } from '../../http/schema/schema.decorators';

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

export const GIVEN_FOR = ['returned', 'rejected'] as const;

/** Of which step the reasons are asked for. */
export class ReasonsQuery extends IntersectionType(PageQuery, AnalyticsQuery) {
  @Text({ description: 'The step that sent back or said no.' }) @IsString() @MaxLength(80) step!: string;
  @OneOf(GIVEN_FOR) @IsIn(GIVEN_FOR) ended!: (typeof GIVEN_FOR)[number];
  @Optional({ type: String, maxLength: 80, description: 'Of returns: where to, a step or `requester`.' })
  @IsString()
  @MaxLength(80)
  back?: string;
}
