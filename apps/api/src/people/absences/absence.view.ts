import { ABSENCE_REASONS, ABSENCE_STATES, type AbsenceReason } from '@countersign/database';
import { AUTHORITY_KINDS, type AuthorityKind } from '@countersign/domain';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsMoment } from '../../http/schema/day.decorator';
import {
  Flag,
  Id,
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
} from '../../http/schema/schema.decorators';
import { BilingualView, MoneyView, PersonRef } from '../../http/schema/values.view';
import { IsWritten } from '../../http/schema/written.decorator';
import { PersonNameView } from '../dto/people.view';

const MOST_PROCESSES = 200;
const PLANS = ['in', 'over', 'any'] as const;
const KINDS = AUTHORITY_KINDS;

export class AbsencesQuery {
  @Optional({ format: 'uuid', description: 'Of somebody else; for whoever looks after the directory.' })
  @IsUUID()
  person?: string;
}

export class AbsenceBody {
  @Optional({
    type: String,
    format: 'uuid',
    description: 'Who is away, where somebody enters it who looks after the directory; absent: the caller.',
  })
  @IsUUID()
  person?: string;

  @Id({ description: 'Who is asked to stand in.' })
  @IsUUID()
  standIn!: string;

  @Time() @IsMoment() @MaxLength(40) from!: string;
  @Time() @IsMoment() @MaxLength(40) to!: string;

  @OneOf(ABSENCE_REASONS)
  @IsIn(ABSENCE_REASONS)
  reason!: AbsenceReason;

  @Optional({ type: [String], nullable: true, description: 'Keys of the processes that are handed over; null or none: all.' })
  @IsArray()
  @ArrayMaxSize(MOST_PROCESSES)
  @ArrayUnique()
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  processes?: string[] | null;
}

export class AbsenceAnswerBody {
  @Flag({ description: 'Whether the caller stands in.' })
  @IsBoolean()
  accept!: boolean;
}

export class AbsenceCaseBody {
  @Optional({ type: String, format: 'uuid' }) @IsUUID() person?: string;
  @Id() @IsUUID() standIn!: string;
  @Text() @IsString() @MaxLength(120) matter!: string;
  @OneOf(KINDS) @IsIn(KINDS) kind!: AuthorityKind;
  @OneOf(PLANS) @IsIn(PLANS) plan!: (typeof PLANS)[number];

  @Optional({ type: String, nullable: true, example: '6480.00', description: 'In decimal notation; null: the amount does not matter.' })
  @IsWritten('decimal')
  amount?: string | null;

  @Optional({ type: String, example: 'CNY', default: 'CNY' })
  @IsWritten('currency')
  currency?: string;
}

export class AbsenceView {
  @Id() id!: string;
  @One(() => PersonRef) person!: PersonRef;
  @One(() => PersonRef) standIn!: PersonRef;
  @Time() from!: string;
  @Time() to!: string;
  @OneOf(ABSENCE_REASONS) reason!: string;
  @OneOf(ABSENCE_STATES, { description: 'asked: the stand-in has not answered; only what was accepted begins.' }) state!: string;
  @Many(() => BilingualView, { description: 'Titles of the processes that are handed over; empty: all.' }) processes!: BilingualView[];
  @OneOrNull(() => PersonRef, { description: 'Who entered it for the person; null: themselves.' }) enteredBy!: PersonRef | null;
  @TimeOrNull() answeredAt!: string | null;
}

export class AbsencesView {
  @Many(() => AbsenceView, { description: 'Of the person, newest first; the first fifty.' }) own!: AbsenceView[];
  @Many(() => AbsenceView, { description: 'In which the person stands in, or is asked to.' }) forOthers!: AbsenceView[];
}

/** What becomes of one open task while its person is away. */
export class AbsenceTaskView {
  @Id() request!: string;
  @TextOrNull() number!: string | null;
  @OneOrNull(() => BilingualView) title!: BilingualView | null;
  @One(() => BilingualView) step!: BilingualView;
  @TimeOrNull() due!: string | null;
  @Many(() => PersonNameView, { description: 'Who gets it; nobody: it waits for the person who is away.' }) to!: PersonNameView[];
}

export class AuthorityRowView {
  @Text() matter!: string;
  @Text() kind!: string;
  @One(() => BilingualView, { description: 'What it is for: the title of the process, else its key.' }) title!: BilingualView;
  @OneOf(PLANS) plan!: string;
  @OneOrNull(() => MoneyView, { description: 'Up to; null: without limit, or blank.' }) own!: MoneyView | null;
  @Flag() ownUnlimited!: boolean;
  @Flag({ description: 'The stand-in has this authority where the person who is away works.' }) granted!: boolean;
  @Flag({ description: 'The stand-in has it for other units only.' }) elsewhere!: boolean;
  @OneOrNull(() => MoneyView) theirs!: MoneyView | null;
  @Flag() theirsUnlimited!: boolean;
  @OneOrNull(() => PersonRef, { description: 'Who is asked above the smaller of both limits; null: it waits.' }) above!: PersonRef | null;
}

export class AbsenceOutlookView {
  @Many(() => AbsenceTaskView, { description: 'Open tasks of the person who is away; the first hundred.' }) tasks!: AbsenceTaskView[];
  @Whole() moving!: number;
  @Whole({ description: 'Tasks that wait for the person who is away.' }) waiting!: number;
  @Many(() => AuthorityRowView) limits!: AuthorityRowView[];
  @Whole({ description: 'Open tasks that the stand-in has now.' }) load!: number;
}

export class AbsenceCaseView {
  @OneOrNull(() => PersonRef, { description: 'Who would sign; null: it waits for the person who is away.' }) person!: PersonRef | null;
  @Flag({ description: 'It would not come to the person who is away at all: it is above their own limit.' }) beyond!: boolean;
}
