import type { LineControl } from '@countersign/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A line of a plan: what one unit may spend on one category in one period. Its sums are those of its movements and are changed with them alone
 * (`post_movements`); the checks stand behind the conditional update there. What others have spent may overdraw it, requests may not.
 */
@Index('budget_line_place', ['planId', 'unitId', 'category', 'fromDay', 'toDay'], { unique: true })
@Index('budget_line_unit', ['unitId', 'toDay', 'fromDay'])
@Index('budget_line_period', ['companyId', 'toDay', 'fromDay', 'id'])
@Check('budget_line_not_negative', 'reserved >= 0 AND committed >= 0 AND spent >= outside AND tolerance >= 0')
@Check(
  'budget_line_not_oversold',
  `control = 'warn' OR planned + moved + extended + greatest(planned, 0) * tolerance / 1000 >= reserved + committed + (spent - outside)`,
)
@Entity('budget_line')
export class BudgetLineEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_budget_line' })
  id!: string;

  @ForeignKey('CompanyEntity', { name: 'FK_budget_line_company' })
  @Column({ type: 'uuid' })
  companyId!: string;

  @ForeignKey('BudgetPlanEntity', { name: 'FK_budget_line_plan' })
  @Column({ type: 'uuid' })
  planId!: string;

  @ForeignKey('UnitEntity', { name: 'FK_budget_line_unit' })
  @Column({ type: 'uuid' })
  unitId!: string;

  /** Key of the category; `''`: anything. */
  @Column({ type: 'text', default: '' })
  category!: string;

  /** First and last day, both included. */
  @Column({ type: 'date' })
  fromDay!: string;

  @Column({ type: 'date' })
  toDay!: string;

  @Column({ type: 'text' })
  currency!: string;

  @Column({ type: 'text', default: 'over-plan' })
  control!: LineControl;

  /** By how much more than its plan it may take, in tenths of a per cent (G08: 0). */
  @Column({ type: 'smallint', default: 0 })
  tolerance!: number;

  @ForeignKey('PersonEntity', { name: 'FK_budget_line_owner' })
  @Column({ type: 'uuid', nullable: true })
  ownerId!: string | null;

  /** Sums in minor units of `currency`: by plans, from other lines, over the plan; taken by requests; spent, `outside` of that by others. */
  @Column({ type: 'bigint', default: 0 })
  planned!: string;

  @Column({ type: 'bigint', default: 0 })
  moved!: string;

  @Column({ type: 'bigint', default: 0 })
  extended!: string;

  @Column({ type: 'bigint', default: 0 })
  reserved!: string;

  @Column({ type: 'bigint', default: 0 })
  committed!: string;

  @Column({ type: 'bigint', default: 0 })
  spent!: string;

  @Column({ type: 'bigint', default: 0 })
  outside!: string;
}
