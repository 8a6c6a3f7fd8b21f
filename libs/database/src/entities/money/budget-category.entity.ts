import type { Bilingual } from '@countersign/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What money is spent on, as plans and forms name it: the value of a choice is the key of a category. */
@Entity('budget_category')
export class BudgetCategoryEntity {
  @ForeignKey('CompanyEntity', { name: 'FK_budget_category_company' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_budget_category' })
  companyId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'PK_budget_category' })
  key!: string;

  @Column({ type: 'jsonb' })
  title!: Bilingual;
}
