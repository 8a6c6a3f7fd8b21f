import type { Bilingual } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A plan of spending of a company for a time. A new version changes what its lines may take; what was taken of them stays (X43). */
@Index('budget_plan_key', ['companyId', 'key'], { unique: true })
@Entity('budget_plan')
export class BudgetPlanEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_budget_plan' })
  id!: string;

  @ForeignKey('CompanyEntity', { name: 'FK_budget_plan_company' })
  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'jsonb' })
  title!: Bilingual;

  /** The version in force, counted from 1. */
  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  effectiveAt!: Date;

  /** The request whose approval put this version in force; null: entered by finance. */
  @ForeignKey('RequestEntity', { name: 'FK_budget_plan_request' })
  @Column({ type: 'uuid', nullable: true })
  requestId!: string | null;
}
