import { RECURRING_STATES, type RecurringState } from '@countersign/database';
import { IsIn, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { IsDay } from '../http/schema/day.decorator';
import { PageQuery } from '../http/schema/page.query';
import {
  Flag,
  Id,
  IdOrNull,
  Many,
  One,
  OneOf,
  OneOrNull,
  Optional,
  Text,
  TextOrNull,
  Time,
  TimeOrNull,
  Whole,
} from '../http/schema/schema.decorators';
import { IsSeen } from '../http/schema/seen.decorator';
import { BilingualView, CursorView, PersonRef } from '../http/schema/values.view';

export class PauseView {
  @Time() at!: string;
  @One(() => PersonRef) by!: PersonRef;
  @Text() why!: string;
}

/** The newest day on which something was due, and what came of it. */
export class LastRoundView {
  @Time() at!: string;
  @Whole({ description: 'Submitted, or there as a draft.' }) started!: number;
  @Whole({ description: 'Could not be started.' }) failed!: number;
  @Whole({ description: 'To be started.' }) waiting!: number;
}

export class RecurringProcessView {
  @Text() key!: string;
  @One(() => BilingualView) title!: BilingualView;
  @One(() => BilingualView, { description: 'When it starts, in words.' }) when!: BilingualView;
  @One(() => BilingualView, { description: 'The role whose holder it belongs to.' }) starter!: BilingualView;
  @Flag({ description: 'It begins as a draft that its requester fills in; else it is submitted at once.' }) draft!: boolean;
  @Flag({
    description:
      'It starts so many days before the dates of a register; what came due while it was paused starts as soon as it is resumed.',
  })
  register!: boolean;
  @Flag({ description: 'A version of it is in use.' }) inUse!: boolean;
  @OneOrNull(() => PauseView) paused!: PauseView | null;
  @TimeOrNull({ description: 'When the next unit’s turn comes; null: not within ten weeks.' }) nextAt!: string | null;
  @OneOrNull(() => LastRoundView) last!: LastRoundView | null;
  @Whole({ description: 'Starts that failed and were neither made up for nor left so, at most 1,000.' }) failed!: number;
}

export class RecurringProcessPage extends CursorView {
  @Many(() => RecurringProcessView) items!: RecurringProcessView[];
}

export class RecurringUnitView {
  @Id() id!: string;
  @One(() => BilingualView) name!: BilingualView;
}

export class RecurringFaultView {
  @Text() code!: string;
  @One(() => BilingualView) text!: BilingualView;
}

export class RecurringStartView {
  @One(() => RecurringUnitView) unit!: RecurringUnitView;
  @Text({ description: 'YYYY-MM-DD' }) day!: string;
  @Text({ description: 'Of a register: which of its rows, such as the number of a contract; empty otherwise.' }) about!: string;
  @Time() at!: string;
  @OneOf(RECURRING_STATES) state!: RecurringState;
  @OneOrNull(() => RecurringFaultView) fault!: RecurringFaultView | null;
  @IdOrNull({ description: 'The request; null: there is none yet, or no more.' }) requestId!: string | null;
  @TextOrNull() number!: string | null;
  @OneOrNull(() => PersonRef, { description: 'Whose request it is.' }) requester!: PersonRef | null;
  @OneOrNull(() => PersonRef, { description: 'Who had it made up for; null: it came by itself.' }) askedBy!: PersonRef | null;
  @OneOrNull(() => PersonRef, { description: 'Who has left it as it is.' }) leftBy!: PersonRef | null;
  @TextOrNull({ description: 'Why.' }) leftWhy!: string | null;
}

export class RecurringStartPage extends CursorView {
  @Many(() => RecurringStartView, { description: 'Newest first.' }) items!: RecurringStartView[];
}

export class RecurringStartsQuery extends PageQuery {
  @Optional({ enum: [...RECURRING_STATES] })
  @IsIn(RECURRING_STATES)
  state?: RecurringState;
}

export class PauseBody {
  @Text({ description: 'Why; whoever reads the list sees it.' })
  @IsString()
  @Length(1, 500)
  @IsSeen()
  why!: string;
}

export class RetryQuery {
  @Optional({ type: String, maxLength: 200, description: '`about` of the start.' }) @IsString() @MaxLength(200) about?: string;
}

export class LeaveBody extends PauseBody {
  @Optional({ type: String, format: 'uuid', description: 'With `day`: one start; else all of the process that have failed so far.' })
  @IsUUID()
  unit?: string;
  @Optional({ type: String, description: 'YYYY-MM-DD' }) @IsDay() day?: string;
  @Optional({ type: String, maxLength: 200, description: '`about` of the start.' }) @IsString() @MaxLength(200) about?: string;
}

export class LeftView {
  @Whole({ description: 'Starts that were left as they are.' }) count!: number;
}

export class BackFillQuery {
  @Optional({ enum: ['true', 'false'], description: 'Tell what would be started only; nothing is.' })
  @IsIn(['true', 'false'])
  trial?: string;
}

export class BackFillBody {
  @Text({ description: 'First day, YYYY-MM-DD.' }) @IsDay() from!: string;
  @Text({ description: 'Last day, at the latest today: what is due later today is started now.' }) @IsDay() to!: string;
}

export class MissingStartView {
  @One(() => RecurringUnitView) unit!: RecurringUnitView;
  @Text({ description: 'YYYY-MM-DD' }) day!: string;
  @Time({ description: 'When its turn was, or is.' }) at!: string;
}

export class BackFillView {
  @Whole({ description: 'Requests that are started by it.' }) count!: number;
  @Many(() => MissingStartView, { description: 'The first hundred, oldest first.' }) items!: MissingStartView[];
}
