import type { Bilingual } from '@countersign/domain';
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A company that uses the product. Everything else belongs to one. */
@Check('company_time_zone', `is_time_zone("time_zone")`)
@Check('company_currency', `"currency" ~ '^[A-Z]{3}$'`)
@Entity('company')
export class CompanyEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Index('company_key_unique', { unique: true })
  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'jsonb' })
  name!: Bilingual;

  @Column({ type: 'text' })
  timeZone!: string;

  @Column({ type: 'text' })
  currency!: string;

  /** Another one after every change of people, units, posts, rights or grants. Only SQL reads it, and only triggers write it. */
  @Column({ type: 'bigint', default: 0, select: false, insert: false, update: false })
  directoryVersion?: string;
}
