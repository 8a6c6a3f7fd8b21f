import type { Bilingual } from '@countersign/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How a role is called in both languages. */
@Entity('role_title')
export class RoleTitleEntity {
  @ForeignKey('CompanyEntity')
  @PrimaryColumn({ type: 'uuid' })
  companyId!: string;

  @PrimaryColumn({ type: 'text' })
  role!: string;

  @Column({ type: 'jsonb' })
  title!: Bilingual;
}
