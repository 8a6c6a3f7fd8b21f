import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { Optional } from './schema.decorators';

/** `limit` and `cursor` of every list. */
export class PageQuery {
  @Optional({ type: 'integer', minimum: 1, maximum: 200, default: 50 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @Optional({ type: String })
  @IsString()
  @MaxLength(500)
  cursor?: string;
}
