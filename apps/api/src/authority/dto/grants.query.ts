import { AUTHORITY_KINDS, type AuthorityKind } from '@countersign/domain';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../../http/schema/page.query';
import { Optional } from '../../http/schema/schema.decorators';

const KINDS = AUTHORITY_KINDS;
const STATES = ['proposed', 'granted', 'withheld', 'expired'] as const;
const HOLDERS = ['role', 'person'] as const;

export class GrantsQuery extends PageQuery {
  @Optional({ enum: [...KINDS] }) @IsIn(KINDS) kind?: AuthorityKind;
  @Optional({ type: String, maxLength: 120 }) @IsString() @MaxLength(120) matter?: string;
  @Optional({ type: String, maxLength: 80, description: 'Key of a role.' }) @IsString() @MaxLength(80) role?: string;
  @Optional({ type: String, format: 'uuid', description: 'Given to this person themselves.' }) @IsUUID() person?: string;
  @Optional({ enum: [...HOLDERS], description: 'Given to roles, or to single people.' }) @IsIn(HOLDERS) holder?: (typeof HOLDERS)[number];
  @Optional({ enum: [...STATES] }) @IsIn(STATES) state?: (typeof STATES)[number];
}
