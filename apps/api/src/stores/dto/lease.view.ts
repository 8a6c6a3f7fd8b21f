import { LEASE_MILESTONES, MOST_LEASE_ROWS } from '@countersign/domain';
import { IntersectionType } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, Length, MaxLength, MinLength } from 'class-validator';
import { IsSeen } from '../../http/schema/seen.decorator';
import { PageQuery } from '../../http/schema/page.query';
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
import { BilingualView, MoneyView, PersonRef, ReasonView } from '../../http/schema/values.view';

export const LEASE_VIEWS = ['all', 'soon', 'running', 'late', 'ended', 'out'] as const;
/** `idle`: nothing has been begun. `begun`: a renewal lies as a draft. `renewed`: the term was agreed in a renewal here. `out`: taken out of the register. */
export const LEASE_STATES = ['idle', 'begun', 'renewing', 'leaving', 'renewed', 'ended', 'out'] as const;
export type LeaseState = (typeof LEASE_STATES)[number];

export class LeaseFilters {
  @Optional({ type: String, maxLength: 200, description: 'Words of the store, the mall or the contract.' })
  @IsString()
  @MaxLength(200)
  q?: string;
  @Optional({ type: String, format: 'uuid', description: 'A store or region, subtree included.' }) @IsUUID() unit?: string;
}

export class LeasesQuery extends IntersectionType(PageQuery, LeaseFilters) {
  @Optional({
    enum: LEASE_VIEWS,
    default: 'all',
    description:
      '`soon`: runs out within 180 days. `running`: a renewal or an exit is in progress. `late`: overdue or stuck, or not begun in time. `ended`: left. `out`: taken out of the register.',
  })
  @IsIn(LEASE_VIEWS)
  view?: (typeof LEASE_VIEWS)[number];
}

/** The renewal or exit that is in progress. */
export class LeaseRequestView {
  @Id() id!: string;
  @TextOrNull() number!: string | null;
  @OneOrNull(() => BilingualView, { description: 'The step at which it stands.' }) step!: BilingualView | null;
  @Many(() => PersonRef) waitingFor!: PersonRef[];
  @TimeOrNull() dueAt!: string | null;
  @Flag() late!: boolean;
  @Flag({ description: 'Nobody can act on it.' }) stuck!: boolean;
  @Flag({ description: 'The reader may open it.' }) readable!: boolean;
}

/** A lease as it stands: its newest term. */
export class LeaseRow {
  @Id() id!: string;
  @Text() number!: string;
  @Id() unitId!: string;
  @One(() => BilingualView) unit!: BilingualView;
  @OneOrNull(() => BilingualView, { description: 'What the store belongs to.' }) region!: BilingualView | null;
  @Text({ description: 'Mall and position.' }) place!: string;
  @Text({ description: 'First day, YYYY-MM-DD.' }) startsOn!: string;
  @Text({ description: 'Last day, YYYY-MM-DD.' }) expiresOn!: string;
  @Whole({ description: 'Calendar days from today to the last day; negative: it has run out.' }) daysLeft!: number;
  @One(() => MoneyView, { description: 'A month.' }) rent!: MoneyView;
  @TextOrNull({ description: 'Percent of the sales, such as `18.0`.' }) commission!: string | null;
  @OneOrNull(() => MoneyView) deposit!: MoneyView | null;
  @OneOf(LEASE_STATES) state!: LeaseState;
  @Flag({ description: 'What is in progress is overdue or stuck, or nothing was begun in time.' }) late!: boolean;
  @OneOrNull(() => LeaseRequestView) request!: LeaseRequestView | null;
  @OneOf(LEASE_MILESTONES.map(({ id }) => id), { description: 'What comes next.' }) next!: string;
  @Text({ description: 'The day by which it should come, YYYY-MM-DD.' }) nextOn!: string;
}

export class LeasePage {
  @Many(() => LeaseRow) items!: LeaseRow[];
  @TextOrNull() nextCursor!: string | null;
}

export class LeaseCounts {
  @Whole() all!: number;
  @Whole() soon!: number;
  @Whole() running!: number;
  @Whole() late!: number;
  @Whole() ended!: number;
  @Whole() out!: number;
  @One(() => MoneyView, { description: 'Monthly rent of all of them.' }) rent!: MoneyView;
  @Flag({ description: 'The caller may import leases, take them out and put them back.' }) manages!: boolean;
}

/** One term of the same contract. */
export class LeaseTermView {
  @Text() startsOn!: string;
  @Text() expiresOn!: string;
  @One(() => MoneyView) rent!: MoneyView;
  @TextOrNull() commission!: string | null;
  @OneOrNull(() => MoneyView) deposit!: MoneyView | null;
}

export const MILESTONE_STATES = ['done', 'now', 'late', 'ahead'] as const;

export class LeaseMilestoneView {
  @OneOf(LEASE_MILESTONES.map(({ id }) => id)) id!: string;
  @One(() => BilingualView) title!: BilingualView;
  @Text({ description: 'YYYY-MM-DD' }) on!: string;
  @OneOf(MILESTONE_STATES) state!: (typeof MILESTONE_STATES)[number];
}

/** Who took a lease out of the register, and why. */
export class LeaseOutView {
  @Time() at!: string;
  @One(() => PersonRef) by!: PersonRef;
  @Text() why!: string;
}

export class LeaseView extends LeaseRow {
  @Many(() => LeaseTermView, { description: 'Oldest first, at most 50.' }) terms!: LeaseTermView[];
  @Many(() => LeaseMilestoneView) milestones!: LeaseMilestoneView[];
  @OneOrNull(() => ReasonView, { description: 'Why the caller cannot begin its renewal; null: they can.' }) closed!: ReasonView | null;
  @OneOrNull(() => ReasonView, { description: 'Why it cannot be taken out of the register; null: it can.' }) held!: ReasonView | null;
  @OneOrNull(() => LeaseOutView, { description: 'It was taken out of the register.' }) out!: LeaseOutView | null;
}

/** Letters of a reason. */
const LONGEST_REASON = 500;

export class LeaseOutBody {
  @Text({ description: `Why, in up to ${LONGEST_REASON} characters; kept with the changes to the rules.` })
  @IsString()
  @Length(1, LONGEST_REASON)
  @IsSeen()
  why!: string;
}

/** Bytes of a table, as text. */
const LONGEST_TABLE = 500_000;

export class LeaseImportBody {
  @Text({ description: `A table as CSV, its head first; at most ${MOST_LEASE_ROWS} rows.` })
  @IsString()
  @MinLength(1)
  @MaxLength(LONGEST_TABLE)
  csv!: string;
}

export class LeaseImportQuery {
  @Optional({ enum: ['true', 'false'], description: 'Check and count only; nothing is kept.' }) @IsIn(['true', 'false']) trial?: string;
}

export class LeaseImportView {
  @Whole() created!: number;
  @Whole() updated!: number;
  @Whole() unchanged!: number;
}
