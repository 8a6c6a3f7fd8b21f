import { IsIn, IsObject, IsString, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { Optional, Text } from '../../http/schema.decorators';
import { PageQuery } from '../../http/page.query';

const fields = { type: 'object', additionalProperties: true, description: 'Fields that this step writes, in wire form.' };

export class ApproveBody {
  @Optional({ type: String, maxLength: 4000 }) @IsString() @MaxLength(4000) comment?: string;
  @Optional(fields) @IsObject() fields?: Record<string, unknown>;
  @Optional({ enum: ['for', 'against', 'conditional'] }) @IsIn(['for', 'against', 'conditional']) stance?:
    'for' | 'against' | 'conditional';
}

export class RejectBody {
  @Optional({ type: String, maxLength: 4000, description: 'Demanded; left out, the answer says so.' })
  @IsString()
  @MaxLength(4000)
  comment?: string;
}

export class ReturnBody extends RejectBody {
  @Text({ description: '`requester`, `previous`, or the id of an earlier step.' }) @IsString() @Length(1, 80) to!: string;
  @Optional({ enum: ['walk-again', 'straight-back'] })
  @IsIn(['walk-again', 'straight-back'])
  resume?: 'walk-again' | 'straight-back';
}

export const TASK_TABS = ['todo', 'done', 'copies', 'mine', 'drafts'] as const;
export type TaskTab = (typeof TASK_TABS)[number];
export const TASK_SORTS = ['due', 'waiting', 'amount'] as const;
export type TaskSort = (typeof TASK_SORTS)[number];

/** Filters of the inbox; the same words stand in the page's address. */
export class TaskListQuery extends PageQuery {
  @Optional({ enum: TASK_TABS, default: 'todo' }) @IsIn(TASK_TABS) tab?: TaskTab;
  @Optional({ enum: TASK_SORTS, default: 'due' }) @IsIn(TASK_SORTS) sort?: TaskSort;
  @Optional({ type: String }) @IsString() @MaxLength(200) q?: string;
  @Optional({ type: String }) @IsString() @MaxLength(80) definition?: string;
  @Optional({ type: String, description: 'Decimal amount.' }) @Matches(/^\d{1,15}(\.\d{1,4})?$/) minAmount?: string;
  @Optional({ type: String, format: 'uuid', description: 'Unit of the requester, subtree included.' }) @IsUUID() unit?: string;
  @Optional({ enum: ['true', 'false'] }) @IsIn(['true', 'false']) resubmitted?: 'true' | 'false';
  @Optional({ enum: ['overdue', 'today', 'week', 'later', 'none'] }) @IsIn(['overdue', 'today', 'week', 'later', 'none']) due?: string;
}
