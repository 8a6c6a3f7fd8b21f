import {
  Id,
  Many,
  ManyOrNull,
  One,
  OneOf,
  OneOrNull,
  Text,
  TextOrNull,
  Time,
  Whole,
  WholeOrNull,
} from '../../http/schema/schema.decorators';
import { BilingualView } from '../../http/schema/values.view';

const MINUTES = 'In working minutes.';
export const TIMED_KINDS = ['people', 'requester', 'blocked'] as const;

/** A process of which requests were finished in the span. */
export class TimedProcess {
  @Text() key!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Whole({ description: 'Requests that were approved or rejected.' }) cases!: number;
}

/** Requests of one version. */
export class TimedVersion {
  @Whole() version!: number;
  @TextOrNull({ description: 'The day on which it came into use.' }) since!: string | null;
  @Whole() cases!: number;
  @WholeOrNull({ description: MINUTES }) medianMinutes!: number | null;
}

export class TimedTotal {
  @Whole({ description: 'Requests that were approved or rejected.' }) cases!: number;
  @Whole({ description: 'All stays at steps together, in working minutes.' }) minutes!: number;
  @WholeOrNull({ description: 'From the first submit to the end, in working minutes.' }) medianMinutes!: number | null;
  @WholeOrNull({ description: 'Nine of ten took no longer.' }) p90Minutes!: number | null;
  @Whole({ description: 'Requests that were sent back at least once.' }) reworked!: number;
  @Whole({ description: 'How often they were sent back.' }) returns!: number;
  @Whole({ description: 'Requests that stood where nobody could act.' }) blocked!: number;
}

/** Where time was spent: a step, with the requester after a return, or where nobody could act. */
export class TimedStep {
  @Text() id!: string;
  @OneOf(TIMED_KINDS) kind!: (typeof TIMED_KINDS)[number];
  @One(() => BilingualView) title!: BilingualView;
  @Whole({ description: 'Stays that the step itself ended.' }) visits!: number;
  @WholeOrNull({ description: MINUTES }) medianMinutes!: number | null;
  @WholeOrNull({ description: MINUTES }) p90Minutes!: number | null;
  @WholeOrNull({ description: 'Median of what it might have taken; null where it was due on no day.' }) limitMinutes!: number | null;
  @Whole({ description: 'Stays that were due.' }) due!: number;
  @Whole({ description: 'Of these, how many took longer.' }) late!: number;
  @Whole({ description: 'All stays together, in working minutes.' }) minutes!: number;
}

/** How often one step sent requests back to another. */
export class TimedReturn {
  @Text() from!: string;
  @One(() => BilingualView) fromTitle!: BilingualView;
  @Text({ description: 'A step, or `requester`.' }) to!: string;
  @One(() => BilingualView) toTitle!: BilingualView;
  @Whole() times!: number;
  @Whole({ description: 'Requests.' }) cases!: number;
}

/** How often a step said no. */
export class TimedRefusal {
  @Text() step!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Whole() times!: number;
}

/** Why a step sent a request back, or said no, in the words of whoever did. */
export class ReasonGiven {
  @Id() requestId!: string;
  @TextOrNull() number!: string | null;
  @Time() at!: string;
  @Text() words!: string;
}

export class ReasonsGivenPage {
  @Many(() => ReasonGiven, { description: 'Newest first.' }) items!: ReasonGiven[];
  @TextOrNull() nextCursor!: string | null;
}

export class TimedWeek {
  @Text({ description: 'Its Monday, by the company’s calendar.' }) monday!: string;
  @Whole() cases!: number;
  @Whole({ description: MINUTES }) medianMinutes!: number;
}

/** One finished request. */
export class TimedRequest {
  @Id() requestId!: string;
  @TextOrNull() number!: string | null;
  @Time() finishedAt!: string;
  @Whole({ description: MINUTES }) minutes!: number;
}

/** How often steps kept their limit, for the requests of one unit and those below it. */
export class TimedUnit {
  @Id() unitId!: string;
  @One(() => BilingualView) name!: BilingualView;
  @Whole() due!: number;
  @Whole() kept!: number;
}

/** Where the time of finished requests went. Nobody is named: times are told of steps and units, never of people. */
export class AnalyticsView {
  @Text({ description: 'First day of the span.' }) from!: string;
  @Text({ description: 'Last day of the span.' }) to!: string;
  @Text({ description: 'The company’s time zone.' }) timeZone!: string;
  @Whole({ description: 'Working minutes of an ordinary day.' }) dayMinutes!: number;
  @Many(() => TimedProcess) processes!: TimedProcess[];
  @OneOrNull(() => TimedProcess, { description: 'What the rest is about; null: nothing was finished in the span.' })
  process!: TimedProcess | null;
  @WholeOrNull({ description: 'Percent of the decisions with a deadline that the company wants on time; null: none is set.' })
  target!: number | null;
  @Many(() => TimedVersion) versions!: TimedVersion[];
  @One(() => TimedTotal) total!: TimedTotal;
  @Many(() => TimedStep, { description: 'In the order of the process.' }) steps!: TimedStep[];
  @Many(() => TimedReturn, { description: 'The most frequent first.' }) returns!: TimedReturn[];
  @Many(() => TimedRefusal, { description: 'The most frequent first.' }) refusals!: TimedRefusal[];
  @Many(() => TimedWeek) weeks!: TimedWeek[];
  @ManyOrNull(() => TimedRequest, { description: 'Every request, where they are few; else null.' }) requests!: TimedRequest[] | null;
  @Many(() => TimedUnit, { description: 'Units with at least five stays that were due; those that kept fewest first.' })
  units!: TimedUnit[];
  @Whole({ description: 'Units that are left out because they had fewer.' }) unitsLeftOut!: number;
}
