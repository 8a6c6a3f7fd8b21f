import { IntersectionType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsString, IsUUID, Length, MaxLength, ValidateNested } from 'class-validator';
import { One, Optional, Text } from '../../http/schema/schema.decorators';
import { IsSeen } from '../../http/schema/seen.decorator';
import { PageQuery } from '../../http/schema/page.query';

export const TASK_TABS = ['todo', 'pool', 'done', 'ended', 'copies', 'supervised', 'mine', 'drafts'] as const;
export type TaskTab = (typeof TASK_TABS)[number];
export const TASK_SORTS = ['due', 'waiting', 'amount', 'newest'] as const;
const YES_NO = ['true', 'false'] as const;
const DUE_GROUPS = ['overdue', 'today', 'week', 'later', 'none'] as const;

/** What an inbox may be filtered by; the same words stand in the page's address and in a saved filter. */
export class InboxFilters {
  @Optional({ type: String, maxLength: 200 }) @IsString() @MaxLength(200) q?: string;
  @Optional({ type: String, maxLength: 80 }) @IsString() @MaxLength(80) definition?: string;
  @Optional({ type: String, maxLength: 40, description: 'An amount as people write it: `10000`, `12,300.5`, `1.2万`.' })
  @IsString()
  @MaxLength(40)
  amountMin?: string;
  @Optional({ type: String, maxLength: 40 }) @IsString() @MaxLength(40) amountMax?: string;
  @Optional({ type: String, format: 'uuid', description: 'Unit of the requester, subtree included.' }) @IsUUID() unit?: string;
  @Optional({ enum: YES_NO }) @IsIn(YES_NO) resubmitted?: (typeof YES_NO)[number];
  @Optional({ enum: YES_NO, description: 'Side of the plan that the last step asked for; `false` also where none has.' })
  @IsIn(YES_NO)
  overPlan?: (typeof YES_NO)[number];
  @Optional({ enum: DUE_GROUPS, description: 'Of what is to do.' }) @IsIn(DUE_GROUPS) due?: (typeof DUE_GROUPS)[number];
}

/** A list of the inbox. */
export class TaskListQuery extends IntersectionType(PageQuery, InboxFilters) {
  @Optional({ enum: TASK_TABS, default: 'todo' }) @IsIn(TASK_TABS) tab?: TaskTab;
  @Optional({ enum: TASK_SORTS, description: 'Of what is to do, `due` by default; the other lists stand newest first.' })
  @IsIn(TASK_SORTS)
  sort?: (typeof TASK_SORTS)[number];
  @Optional({ enum: ['today'], description: 'Decided by me on the company’s calendar day.' }) @IsIn(['today']) decided?: 'today';
}

/** A filter to keep. */
export class SavedFilterBody {
  @Text() @IsString() @Length(1, 40) @IsSeen() name!: string;
  @One(() => InboxFilters) @IsDefined() @ValidateNested() @Type(() => InboxFilters) filters!: InboxFilters;
}
