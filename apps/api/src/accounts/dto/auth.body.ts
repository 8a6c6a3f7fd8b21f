import { TOKEN_SCOPES, type TokenScope } from '@countersign/database';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Id, Optional, Text } from '../../http/schema/schema.decorators';
import { IsSeen } from '../../http/schema/seen.decorator';

const PASSWORD = { min: 12, max: 200 } as const;

export class LoginBody {
  @Text() @IsString() @Length(1, 120) login!: string;
  @Text() @IsString() @Length(1, PASSWORD.max) password!: string;
}

export class DemoLoginBody {
  @Id() @IsUUID() personId!: string;
}

export class PasswordBody {
  @Text({ description: 'Empty where the account has no password yet.' }) @IsString() @MaxLength(PASSWORD.max) current!: string;
  @Text({ description: 'At least 12 characters.' }) @IsString() @Length(PASSWORD.min, PASSWORD.max) next!: string;
}

export class LinkBody {
  @Text({ description: 'At least 12 characters.' }) @IsString() @Length(PASSWORD.min, PASSWORD.max) password!: string;
  /** First administrator only. */
  @Optional({ type: String }) @IsString() @Length(1, 120) login?: string;
  /** First administrator only. */
  @Optional({ type: String }) @IsString() @Length(1, 80) name?: string;
}

export class WishesBody {
  /** Of messages and of answers that carry no language of their own. */
  @Optional({ enum: ['zh', 'en'] }) @IsIn(['zh', 'en']) language?: 'zh' | 'en';
  /** Whether single letters act on the page. */
  @Optional({ type: Boolean }) @IsBoolean() singleKeys?: boolean;
}

export class IssueTokenBody {
  @Text() @IsString() @Length(1, 80) @IsSeen() name!: string;
  /** Somebody else: needs the right `tokens.issue-others`. */
  @Optional({ type: String, format: 'uuid' }) @IsUUID() personId?: string;
  @Optional({ enum: TOKEN_SCOPES, isArray: true, default: ['read'], description: 'What it may do: look, act as its person, use rights.' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(TOKEN_SCOPES.length)
  @ArrayUnique()
  @IsIn(TOKEN_SCOPES, { each: true })
  scopes?: TokenScope[];
  @Optional({ type: 'integer', minimum: 1, maximum: 365, default: 90 }) @IsInt() @Min(1) @Max(365) expiresInDays?: number;
}
