import { GRADES, type Grade } from '@countersign/domain';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../../http/schema/page.query';
import { Optional } from '../../http/schema/schema.decorators';

export class UnitTreeQuery extends PageQuery {
  @Optional({ type: String, format: 'uuid', description: 'Units directly below this one; absent: the top of the tree.' })
  @IsUUID()
  parent?: string;
}

export class PostsQuery extends PageQuery {
  @Optional({ type: String, description: 'Words of the post, its holder or its unit; also pinyin.' })
  @IsString()
  @MaxLength(200)
  q?: string;
  @Optional({ type: String, format: 'uuid', description: 'Only posts of this unit or below it.' }) @IsUUID() unit?: string;
  @Optional({ enum: [...GRADES] }) @IsIn(GRADES) grade?: Grade;
}
