import { Type } from 'class-transformer';
import { IsIn, IsInt, IsString, IsUUID, Length, Max, Min } from 'class-validator';
import { IsDay } from '../../http/schema/day.decorator';
import { Flag, Many, One, OneOrNull, Optional, Text, TextOrNull, Time, Whole } from '../../http/schema/schema.decorators';
import { PageQuery } from '../../http/schema/page.query';
import { BilingualView, MoneyView } from '../../http/schema/values.view';

const LOG_SPANS = ['submitted', 'finished'] as const;

/** Of which requests what people did is told. */
export class EventLogQuery extends PageQuery {
  @Text({ description: 'Key of the process.' }) @IsString() @Length(1, 80) definition!: string;
  @Optional({ type: 'integer', minimum: 1, description: 'One version of it.' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  version?: number;
  @Optional({
    enum: LOG_SPANS,
    default: 'submitted',
    description: 'What `from` and `to` are about: when it was first submitted, or finished.',
  })
  @IsIn(LOG_SPANS)
  by?: (typeof LOG_SPANS)[number];
  @Optional({ type: String, format: 'date', description: 'On this day or later.' }) @IsDay() from?: string;
  @Optional({ type: String, format: 'date', description: 'On this day or before.' }) @IsDay() to?: string;
  @Optional({ type: String, format: 'uuid', description: 'Unit of the requesters, subtree included.' }) @IsUUID() unit?: string;
}

/** One thing that somebody did with a request. Nothing of its form is in it but the amount that lists may show. */
export class LoggedEvent {
  @Text({ description: 'Number of the request.' }) request!: string;
  @Text() definition!: string;
  @Whole() version!: number;
  @Text({ description: 'How the request stands now.' }) status!: string;
  @OneOrNull(() => MoneyView) amount!: MoneyView | null;
  @TextOrNull({ description: 'Key of the requester’s unit.' }) unit!: string | null;
  @TextOrNull({ description: 'The step that it was done at.' }) step!: string | null;
  @OneOrNull(() => BilingualView) stepTitle!: BilingualView | null;
  @Text({ description: 'The operation, as its route is called.' }) operation!: string;
  @One(() => BilingualView) past!: BilingualView;
  @TextOrNull({ description: 'Of a return or a jump: where to.' }) to!: string | null;
  @OneOrNull(() => BilingualView) toTitle!: BilingualView | null;
  @Flag({ description: 'It was taken back afterwards.' }) undone!: boolean;
  @Time() at!: string;
  @Text({ description: 'Key of the person.' }) person!: string;
  @One(() => BilingualView) personName!: BilingualView;
}

export class EventLogPage {
  @Many(() => LoggedEvent) items!: LoggedEvent[];
  @TextOrNull() nextCursor!: string | null;
}
