import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A renewal at which the register of leases has to look: it has come to its end, or that was taken back. Written by a trigger of `request`. */
@Index('lease_news_due', ['dueAt', 'requestId'])
@Entity('lease_news')
export class LeaseNewsEntity {
  @ForeignKey('RequestEntity', { name: 'FK_lease_news_request', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_lease_news' })
  requestId!: string;

  @ForeignKey('CompanyEntity', { name: 'FK_lease_news_company' })
  @Column({ type: 'uuid' })
  companyId!: string;

  /** From when on it is looked at: later where a look has failed. */
  @Column({ type: 'timestamptz', precision: 3 })
  dueAt!: Date;
}
