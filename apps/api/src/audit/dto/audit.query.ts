import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsDay } from '../../http/schema/day.decorator';
import { PageQuery } from '../../http/schema/page.query';
import { Optional } from '../../http/schema/schema.decorators';

export const AUDIT_ACTORS = ['people', 'everybody'] as const;

/** Which entries are listed. */
export class AuditEntriesQuery extends PageQuery {
  @Optional({ type: String, description: 'Number of a request.' }) @IsString() @MaxLength(80) number?: string;
  @Optional({ type: String, format: 'uuid', description: 'Who did it.' }) @IsUUID() person?: string;
  @Optional({ enum: AUDIT_ACTORS, default: 'people', description: 'With what the system did, or without.' })
  @IsIn(AUDIT_ACTORS)
  by?: (typeof AUDIT_ACTORS)[number];
  @Optional({ type: String, format: 'date', description: 'On this day or later.' }) @IsDay() from?: string;
  @Optional({ type: String, format: 'date', description: 'On this day or before.' }) @IsDay() to?: string;
}
