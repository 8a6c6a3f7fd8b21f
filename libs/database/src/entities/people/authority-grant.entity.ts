import type { AuthorityKind, Bilingual, Grant, Limit } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One authority given to a role or to a person: the domain's `Grant` as a row. `limit_value` is the domain's `Limit`; null = blank = covers nothing. */
@Index('authority_grant_key', ['companyId', 'key'], { unique: true })
@Index('authority_grant_matter', ['companyId', 'matter'])
@Entity('authority_grant')
export class AuthorityGrantEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey('CompanyEntity')
  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  kind!: AuthorityKind;

  @Column({ type: 'text' })
  matter!: string;

  @Column({ type: 'text', nullable: true })
  role!: string | null;

  @ForeignKey('PersonEntity')
  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @ForeignKey('UnitEntity')
  @Column({ type: 'uuid', nullable: true })
  scopeUnitId!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  limitValue!: Exclude<Limit, null> | null;

  @Column({ type: 'text', default: 'any' })
  plan!: Grant['plan'];

  @Column({ type: 'text', default: 'granted' })
  state!: Grant['state'];

  @Column({ type: 'text', nullable: true })
  withheldReason!: string | null;

  @Column({ type: 'date', nullable: true })
  validFrom!: string | null;

  @Column({ type: 'date', nullable: true })
  validTo!: string | null;

  /** By what it was given: the row of a matrix, a resolution. Null: nothing is said of it. */
  @Column({ type: 'text', nullable: true })
  source!: string | null;

  /** What the matter is called, where no process says so. */
  @Column({ type: 'jsonb', nullable: true })
  title!: Bilingual | null;
}
