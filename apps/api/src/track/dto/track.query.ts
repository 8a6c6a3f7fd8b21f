import { IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsInt, IsString, IsUUID, Length, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { OUTCOMES, type Outcome } from '@countersign/domain';
import { IsDay } from '../../http/schema/day.decorator';
import { PageQuery } from '../../http/schema/page.query';
import { One, Optional, Text } from '../../http/schema/schema.decorators';
import { IsSeen } from '../../http/schema/seen.decorator';

export const TRACK_VIEWS = ['under-way', 'overdue', 'stuck', 'finished', 'ended'] as const;
export const STANDING_KINDS = ['waiting', 'unheeded', 'returned', 'blocked', 'suspended'] as const;
export const TRACK_SORTS = ['due', 'waiting'] as const;
const MOST_HOURS = 24 * 365;

/** What requests that are tracked may be narrowed by; the same words stand in the page's address and in a saved view. */
export class TrackFilters {
  @Optional({ enum: TRACK_VIEWS, default: 'under-way', description: '`finished`: in the last seven days; `ended`: ever.' })
  @IsIn(TRACK_VIEWS)
  view?: (typeof TRACK_VIEWS)[number];
  @Optional({ type: String, maxLength: 200 }) @IsString() @MaxLength(200) q?: string;
  @Optional({ type: String, maxLength: 80 }) @IsString() @MaxLength(80) definition?: string;
  @Optional({ type: 'integer', minimum: 1, description: 'With `definition`.' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;
  @Optional({ type: String, maxLength: 80, description: 'With `definition`: what waits at this step of it.' })
  @IsString()
  @MaxLength(80)
  step?: string;
  @Optional({ type: String, format: 'uuid', description: 'Unit of the requester, subtree included.' }) @IsUUID() unit?: string;
  @Optional({ type: String, format: 'uuid', description: 'The person that they wait for.' }) @IsUUID() waits?: string;
  @Optional({ enum: STANDING_KINDS }) @IsIn(STANDING_KINDS) kind?: (typeof STANDING_KINDS)[number];
  @Optional({ type: String, maxLength: 40, description: 'An amount as people write it: `10000`, `12,300.5`, `1.2万`; not with `ended`.' })
  @IsString()
  @MaxLength(40)
  amountMin?: string;
  @Optional({ type: String, maxLength: 40 }) @IsString() @MaxLength(40) amountMax?: string;
  @Optional({ type: 'integer', minimum: 1, maximum: MOST_HOURS, description: 'Waits for at least so many hours.' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_HOURS)
  waited?: number;
  @Optional({ enum: OUTCOMES, description: 'Of what has ended: how.' }) @IsIn(OUTCOMES) outcome?: Outcome;
  @Optional({ type: String, format: 'date', description: 'With `ended`: the first day of the company on which it came to its end.' })
  @IsDay()
  endedFrom?: string;
  @Optional({ type: String, format: 'date', description: 'The last one.' }) @IsDay() endedTo?: string;
  @Optional({ enum: ['true'], description: 'With `ended`: only what I may re-open or revoke, of others.' }) @IsIn(['true']) again?: 'true';
}

/** A list of requests that are tracked. */
export class TrackQuery extends IntersectionType(PageQuery, TrackFilters) {
  @Optional({ enum: TRACK_SORTS, default: 'waiting' }) @IsIn(TRACK_SORTS) sort?: (typeof TRACK_SORTS)[number];
}

/** What the counts are of. */
export class TrackCountsQuery {
  @Optional({ type: String, maxLength: 80 }) @IsString() @MaxLength(80) definition?: string;
  @Optional({ type: String, format: 'uuid' }) @IsUUID() unit?: string;
}

export const LOAD_SORTS = ['overdue', 'waiting', 'longest'] as const;

/** The people who have something to do, of the requests that the counts would be of. */
export class TrackPeopleQuery extends IntersectionType(PageQuery, TrackCountsQuery) {
  @Optional({ enum: LOAD_SORTS, default: 'overdue', description: 'Who comes first: most of it overdue, most of all, or the longest wait.' })
  @IsIn(LOAD_SORTS)
  sort?: (typeof LOAD_SORTS)[number];
}

export class MapQuery {
  @Optional({ type: 'integer', minimum: 1, description: 'One version; else all of them, drawn as the newest.' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;
  @Optional({ type: String, format: 'uuid', description: 'Unit of the requesters, subtree included.' }) @IsUUID() unit?: string;
}

/** A view to keep. */
export class SavedViewBody {
  @Text() @IsString() @Length(1, 40) @IsSeen() name!: string;
  @One(() => TrackFilters) @IsDefined() @ValidateNested() @Type(() => TrackFilters) filters!: TrackFilters;
}
