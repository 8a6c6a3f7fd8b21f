import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * One term of a lease: the numbered contract of a store with its mall, from a day to a day. The newest term of a number is how the lease stands.
 * Imported, or agreed in a renewal that came to its end; never changed by anything else.
 */
@Index('lease_term', ['companyId', 'number', 'startsOn'], { unique: true })
@Index('lease_ending', ['companyId', 'expiresOn', 'id'])
@Index('lease_of_unit', ['unitId', 'expiresOn'])
@Index('lease_agreed', ['requestId'], { unique: true, where: 'request_id IS NOT NULL' })
@Entity('lease')
export class LeaseEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_lease' })
  id!: string;

  @ForeignKey('CompanyEntity', { name: 'FK_lease_company' })
  @Column({ type: 'uuid' })
  companyId!: string;

  @ForeignKey('UnitEntity', { name: 'FK_lease_unit' })
  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'text' })
  number!: string;

  /** Mall and position. */
  @Column({ type: 'text' })
  place!: string;

  @Column({ type: 'date' })
  startsOn!: string;

  @Column({ type: 'date' })
  expiresOn!: string;

  /** A month, in minor units of `currency`. */
  @Column({ type: 'bigint' })
  rent!: string;

  /** Share of the sales, in percent. */
  @Column({ type: 'numeric', precision: 4, scale: 1, nullable: true })
  commission!: string | null;

  @Column({ type: 'bigint', nullable: true })
  deposit!: string | null;

  @Column({ type: 'text' })
  currency!: string;

  /** The renewal that agreed on it; null: imported. */
  @ForeignKey('RequestEntity', { name: 'FK_lease_request', onDelete: 'SET NULL' })
  @Column({ type: 'uuid', nullable: true })
  requestId!: string | null;

  /** Somebody imported or corrected it: it stays whatever becomes of the renewal. */
  @Column({ type: 'boolean', default: false })
  imported!: boolean;

  /** The renewal of this term that was begun from the register, as a draft or further; made just after it is written here. */
  @Column({ type: 'uuid', nullable: true })
  renewalId!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  renewalAt!: Date | null;

  /** Somebody took the contract out of the register, all its terms; it stands for nothing until it is put back or imported again. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  takenOutAt!: Date | null;

  @ForeignKey('PersonEntity', { name: 'FK_lease_taken_out_by' })
  @Column({ type: 'uuid', nullable: true })
  takenOutBy!: string | null;

  @Column({ type: 'text', nullable: true })
  takenOutWhy!: string | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  updatedAt!: Date;
}
