import { RIGHTS, type RightName } from '@countersign/domain';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../../http/schema/page.query';
import { Optional } from '../../http/schema/schema.decorators';

const KINDS = ['company', 'region', 'store', 'department'] as const;

export class PeopleQuery extends PageQuery {
  @Optional({ type: String }) @IsString() @MaxLength(200) q?: string;
  @Optional({ type: String, description: 'Only holders of this role.' }) @IsString() @MaxLength(80) role?: string;
  @Optional({ enum: RIGHTS, description: 'Only holders of this right.' }) @IsIn(RIGHTS) right?: RightName;
  @Optional({ type: String, format: 'uuid', description: 'Only those who hold a post of this unit or below it.' }) @IsUUID() unit?: string;
}

export class DirectoryImportQuery {
  @Optional({ enum: ['true', 'false'], description: 'Check and count only; nothing is kept.' }) @IsIn(['true', 'false']) trial?: string;
}

export class UnitsQuery extends PageQuery {
  @Optional({ enum: KINDS }) @IsIn(KINDS) kind?: (typeof KINDS)[number];
  @Optional({ type: String }) @IsString() @MaxLength(200) q?: string;
}
