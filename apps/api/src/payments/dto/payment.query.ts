import { IntersectionType } from '@nestjs/swagger';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsDay } from '../../http/schema/day.decorator';
import { PageQuery } from '../../http/schema/page.query';
import { Optional } from '../../http/schema/schema.decorators';

export const PAYMENT_VIEWS = ['due', 'paid', 'returned'] as const;
export const PAYMENT_SORTS = ['due', 'waiting', 'amount'] as const;
/** As many as one press pays. */
export const MOST_PAID_AT_ONCE = 100;

/** What payments may be narrowed by. */
export class PaymentFilters {
  @Optional({ enum: PAYMENT_VIEWS, default: 'due', description: '`due`: to be paid; `returned`: sent back by whoever was to pay.' })
  @IsIn(PAYMENT_VIEWS)
  view?: (typeof PAYMENT_VIEWS)[number];
  @Optional({ type: String, maxLength: 80, description: 'Key of a process.' }) @IsString() @MaxLength(80) definition?: string;
  @Optional({ type: String, format: 'uuid', description: 'A unit that is charged, subtree included.' }) @IsUUID() unit?: string;
  @Optional({
    enum: PAYMENT_SORTS,
    default: 'due',
    description: 'With `due`: the first due, the longest wait or the largest amount first.',
  })
  @IsIn(PAYMENT_SORTS)
  sort?: (typeof PAYMENT_SORTS)[number];
  @Optional({ type: String, maxLength: 4_000, description: 'Ids of requests, separated by commas: only these.' })
  @IsString()
  @MaxLength(4_000)
  only?: string;
}

export class PaymentsQuery extends IntersectionType(PageQuery, PaymentFilters) {}

export class VouchersQuery extends PageQuery {
  @Optional({ type: String, format: 'date', description: 'First day of the company on which it was paid.' }) @IsDay() from?: string;
  @Optional({ type: String, format: 'date', description: 'The last one.' }) @IsDay() to?: string;
}
