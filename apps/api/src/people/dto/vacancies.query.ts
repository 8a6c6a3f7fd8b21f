import { IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../../http/schema/page.query';
import { Optional } from '../../http/schema/schema.decorators';

export class VacanciesQuery extends PageQuery {
  @Optional({ type: String, description: 'Words of the post or its unit.' }) @IsString() @MaxLength(200) q?: string;
  @Optional({ type: String, format: 'uuid', description: 'Only posts of this unit or below it.' }) @IsUUID() unit?: string;
}
