import type { Bilingual } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody of the company. People are never deleted, only made inactive: the journal names them. */
@Index('person_key', ['companyId', 'key'], { unique: true })
@Entity('person')
export class PersonEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey('CompanyEntity')
  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'jsonb' })
  name!: Bilingual;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', default: 'zh' })
  language!: 'zh' | 'en';

  /** Single letters act on the page. Somebody who dictates switches them off. */
  @Column({ type: 'boolean', default: true })
  singleKeys!: boolean;

  @Column({ type: 'boolean', default: true })
  active!: boolean;
}
