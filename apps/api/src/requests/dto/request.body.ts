import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, IsUUID, Length, MaxLength, Min } from 'class-validator';
import { IsDay } from '../../http/schema/day.decorator';
import { IsChoiceMap, IsFormMap } from '../../http/maps';
import { Optional, Text, Wire } from '../../http/schema/schema.decorators';
import { IsSeen } from '../../http/schema/seen.decorator';
import { PageQuery } from '../../http/schema/page.query';
import { REQUEST_STATUSES } from './request.view';

const choices = {
  type: 'object',
  additionalProperties: { type: 'string', format: 'uuid' },
  maxProperties: 100,
  description: 'Step id → person picked.',
};
const form = { type: 'object', additionalProperties: true, maxProperties: 200, description: 'Values in wire form.' };

export class NewRequestBody {
  @Text({ description: 'Key of the definition.' }) @IsString() @Length(1, 80) definition!: string;
  @Optional(form) @IsFormMap() form?: Record<string, unknown>;
  @Optional(choices) @IsChoiceMap() choices?: Record<string, string>;
}

export class NewRequestQuery {
  @Optional({ type: Boolean, description: 'Submit at once, without a draft.' })
  @Type(() => String)
  @IsIn(['true', 'false'])
  submit?: string;
}

export class DraftBody {
  @Wire() @IsFormMap() form!: Record<string, unknown>;
  @Optional(choices) @IsChoiceMap() choices?: Record<string, string>;
}

export class PreviewBody {
  @Text() @IsString() @Length(1, 80) definition!: string;
  @Wire() @IsFormMap() form!: Record<string, unknown>;
  @Optional(choices) @IsChoiceMap() choices?: Record<string, string>;
  @Optional({ type: 'integer', minimum: 1, description: 'A version that is not in use, for those who import or publish it.' })
  @IsInt()
  @Min(1)
  version?: number;
  @Optional({ type: String, format: 'uuid', description: 'With a version: whose request it would be; left out: the caller’s.' })
  @IsUUID()
  requesterId?: string;
  @Optional({ type: String, format: 'uuid', description: 'The draft or returned request that the form belongs to.' })
  @IsUUID()
  requestId?: string;
}

/** What a submit brings, as the operation's schema has let it in. */
export interface SubmitBody {
  /** Left out: the form as it was saved. */
  form?: Record<string, unknown>;
  choices?: Record<string, string>;
}

export class CommentBody {
  @Text() @IsString() @Length(1, 4000) @IsSeen() text!: string;
  @Optional({
    type: [String],
    format: 'uuid',
    maxItems: 20,
    description: 'People who are spoken to: they are told so. Only such as may read the request; it gives nobody a right.',
  })
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  mentions?: string[];
  @Optional({
    type: [String],
    format: 'uuid',
    maxItems: 10,
    description: 'Files that the caller has uploaded; whoever reads the request reads them.',
  })
  @IsArray()
  @ArrayMaxSize(10)
  @IsUUID(undefined, { each: true })
  files?: string[];
}

export const REQUEST_BOXES = ['mine', 'drafts', 'all'] as const;
export type RequestBox = (typeof REQUEST_BOXES)[number];

/** Filters of every list of requests. */
export class RequestListQuery extends PageQuery {
  @Optional({ enum: REQUEST_BOXES, default: 'mine' }) @IsIn(REQUEST_BOXES) box?: RequestBox;
  @Optional({ type: String }) @IsString() @MaxLength(200) q?: string;
  @Optional({ enum: REQUEST_STATUSES }) @IsIn(REQUEST_STATUSES) status?: string;
  @Optional({ type: String }) @IsString() @MaxLength(80) definition?: string;
  @Optional({ type: String, format: 'date', description: 'Submitted on or after.' }) @IsDay() from?: string;
  @Optional({ type: String, format: 'date', description: 'Submitted on or before.' }) @IsDay() to?: string;
}
