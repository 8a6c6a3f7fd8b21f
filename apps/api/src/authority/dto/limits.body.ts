import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsBoolean, IsIn, IsString, IsUUID, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { IsDay } from '../../http/schema/day.decorator';
import { IsWritten } from '../../http/schema/written.decorator';
import { ImportCountView, OpenTasksView, STANDING } from '../../people/dto/people.view';
import { Flag, Many, One, OneOrNull, Optional, Text, Whole } from '../../http/schema/schema.decorators';
import { ChangedRouteView } from './grants.view';

const PLANS = ['in', 'over', 'any'] as const;
const MOST = 200;

/** One limit that changes, or that is given to a person for a time. */
export class LimitChangeBody {
  @Optional({ type: String, format: 'uuid', description: 'The grant whose limit changes; absent: a new one, to a person.' })
  @IsUUID()
  grant?: string;
  @Optional({ type: String, format: 'uuid', description: 'Of a new one: to whom.' }) @IsUUID() person?: string;
  @Optional({ type: String, maxLength: 120, description: 'Of a new one: its matter.' }) @IsString() @MaxLength(120) matter?: string;
  @Optional({ enum: [...PLANS], description: 'Of a new one: the side of the plan.' }) @IsIn(PLANS) plan?: (typeof PLANS)[number];
  @Optional({ type: String, nullable: true, example: '8000.00', description: 'Up to this; null: blank, which covers nothing.' })
  @IsWritten('decimal')
  amount?: string | null;
  @Optional({ type: Boolean, description: 'Expressly without limit.' }) @IsBoolean() unlimited?: boolean;
  @Optional({ type: String, format: 'date', nullable: true, description: 'The day on which it ends; a new one has to have one.' })
  @IsDay()
  validTo?: string | null;
  @Optional({ type: String, maxLength: 1000, description: 'It is withheld, for this reason.' })
  @IsString()
  @MinLength(1)
  @MaxLength(1_000)
  withheld?: string;
}

/** A set of changes that come into force together. */
export class LimitsBody {
  @Many(() => LimitChangeBody)
  @ValidateNested({ each: true })
  @Type(() => LimitChangeBody)
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  changes!: LimitChangeBody[];
  @Optional({ type: String, format: 'date', description: 'From which day; absent: today. Never a day that is over.' })
  @IsDay()
  from?: string;
  @Text({ description: 'Why; it stays with the grants.' }) @IsString() @MinLength(1) @MaxLength(180) reason!: string;
}

/** What a set of changes does, or did. */
export class LimitsView {
  @One(() => ImportCountView) grants!: ImportCountView;
  @Text({ description: STANDING }) standing!: string;
  @Many(() => ChangedRouteView, { description: 'Of a trial: the first two hundred.' }) routes!: ChangedRouteView[];
  @Whole({ description: 'Of a trial: amounts for which nobody would be found any more.' }) stuck!: number;
  @Flag({ description: 'Of a trial: every unit was looked at; else the first sixty, stores first.' }) complete!: boolean;
  @OneOrNull(() => OpenTasksView, { description: 'Of a trial: open tasks that move at once. None before the day has come.' })
  openTasks!: OpenTasksView | null;
}
