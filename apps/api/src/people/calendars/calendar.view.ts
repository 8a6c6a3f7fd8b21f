import { CLOCKS } from '@countersign/domain';
import { IsDefined, IsIn } from 'class-validator';
import { BilingualView, CursorView } from '../../http/schema/values.view';
import {
  Flag,
  FromDomain,
  Id,
  IdOrNull,
  Many,
  One,
  OneOf,
  OneOrNull,
  Optional,
  Text,
  TextOrNull,
  TimeOrNull,
  Whole,
} from '../../http/schema/schema.decorators';
import { IsWritten } from '../../http/schema/written.decorator';
import { PersonNameView } from '../dto/people.view';

const UNIT_KINDS = ['company', 'region', 'store', 'department'] as const;

export class MonthQuery {
  @Text({ description: 'YYYY-MM' })
  @IsWritten('month')
  month!: string;
}

export class CalendarChangeQuery extends MonthQuery {
  @Optional({ enum: ['true', 'false'], description: 'Tell what would move only; nothing is kept.' })
  @IsIn(['true', 'false'])
  trial?: string;
}

export class CalendarBody {
  @FromDomain('CalendarInput', { description: 'What the unit says of its own time; nothing of it is said by an empty one.' })
  @IsDefined()
  calendar!: object;
}

export class ClockDayView {
  @OneOf(CLOCKS) clock!: string;
  @OneOf(['week', 'holiday', 'make-up', 'exception']) kind!: string;
  @Text({ description: 'HH:MM–HH:MM, several joined by commas; empty: the clock stands still.' }) hours!: string;
  @OneOrNull(() => BilingualView, { description: 'Of a holiday, or why it is an exception.' }) name!: BilingualView | null;
}

export class CalendarDayView {
  @Text({ description: 'YYYY-MM-DD' }) day!: string;
  @Many(() => ClockDayView) clocks!: ClockDayView[];
}

export class CalendarUnitView {
  @Id() id!: string;
  @IdOrNull() parentId!: string | null;
  @OneOf(UNIT_KINDS) kind!: string;
  @One(() => BilingualView) name!: BilingualView;
  @Flag({ description: 'It says something of its own time; else that of the unit above holds.' }) own!: boolean;
  @Text({ description: 'Office hours of an ordinary Monday; of a store, when it is open.' }) hours!: string;
}

export class CalendarUnitsView extends CursorView {
  @Many(() => CalendarUnitView, { description: 'From the top down: whatever is above a unit comes before it.' }) items!: CalendarUnitView[];
}

/** What is known of a year’s statutory days. */
export class CalendarYearView {
  @Whole() year!: number;
  @OneOf(['announced', 'entered', 'unknown'], {
    description:
      '`entered`: a unit has entered them among its exceptions; `unknown`: nothing is guessed, its times are counted by ordinary weeks and again later.',
  })
  known!: 'announced' | 'entered' | 'unknown';
}

export class CalendarView {
  @One(() => CalendarUnitView) unit!: CalendarUnitView;
  @Text() timeZone!: string;
  @FromDomain('Calendar', { description: 'What the unit itself says.' }) calendar!: object;
  @Text({ description: 'Digest of that: a change sends it back as `If-Match`.' }) standing!: string;
  @FromDomain('Calendar', { description: 'The weeks by which its clocks run, those of the units above included.' }) weeks!: object;
  @Many(() => CalendarYearView, { description: 'The year of the month, and the next.' }) years!: CalendarYearView[];
  @Many(() => CalendarDayView, { description: 'Whole weeks, from Monday on.' }) days!: CalendarDayView[];
}

export class MovedDueView {
  @Id() request!: string;
  @TextOrNull({ description: 'Number of the request.' }) number!: string | null;
  @OneOrNull(() => BilingualView, { description: 'The line of the request in lists.' }) title!: BilingualView | null;
  @One(() => BilingualView) step!: BilingualView;
  @Many(() => PersonNameView, { description: 'Who is asked.' }) people!: PersonNameView[];
  @TimeOrNull() was!: string | null;
  @TimeOrNull() is!: string | null;
}

export class CalendarChangeView extends CalendarView {
  @Many(() => MovedDueView, { description: 'Open steps that are due at another moment; the first hundred.' }) items!: MovedDueView[];
  @Whole({ description: 'Open steps that are due at another moment, of the requests that were looked at.' }) moved!: number;
  @Whole({ description: 'Of those, how many are overdue by it and were not before.' }) overdue!: number;
  @Flag({ description: 'All open requests were looked at; false where there was no time for all.' }) complete!: boolean;
}
