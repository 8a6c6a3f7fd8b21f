import { IntersectionType } from '@nestjs/swagger';
import { IsString, IsUUID, MaxLength } from 'class-validator';
import { PageQuery } from '../../http/schema/page.query';
import { Id, Optional } from '../../http/schema/schema.decorators';
import { IsWritten } from '../../http/schema/written.decorator';

export class BudgetFilters {
  @Optional({
    type: String,
    example: '2026-11',
    description: 'A month or a year; absent: the company’s month. Lines whose period meets it.',
  })
  @IsWritten('period')
  period?: string;
  @Optional({ type: String, maxLength: 100, description: 'Key of a category.' }) @IsString() @MaxLength(100) category?: string;
}

export class BudgetTreeQuery extends IntersectionType(PageQuery, BudgetFilters) {
  @Optional({ type: String, format: 'uuid', description: 'What stands right below this unit; absent: what belongs to none.' })
  @IsUUID()
  below?: string;
}

export class BudgetLinesQuery extends IntersectionType(PageQuery, BudgetFilters) {
  @Optional({ type: String, format: 'uuid', description: 'A unit, subtree included.' }) @IsUUID() unit?: string;
}

export class MovementsQuery extends PageQuery {
  @Id({ description: 'The line.' }) @IsUUID() line!: string;
}

export class RecountQuery {
  @Optional({ type: String, format: 'uuid', description: 'Tell of this line too.' }) @IsUUID() line?: string;
}
