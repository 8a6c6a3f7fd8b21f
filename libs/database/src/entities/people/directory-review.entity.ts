import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * Up to which version of the directory, and which of the company's days, its open requests have been looked through. While a look is under way:
 * at which version it aims, where it stands, and until when its worker has it.
 */
@Entity('directory_review')
export class DirectoryReviewEntity {
  @ForeignKey('CompanyEntity')
  @PrimaryColumn({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'bigint', default: 0 })
  version!: string;

  @Column({ type: 'date', nullable: true })
  day!: string | null;

  @Column({ type: 'bigint', nullable: true })
  targetVersion!: string | null;

  @Column({ type: 'date', nullable: true })
  targetDay!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  cursor!: object | null;

  /** Tables that have changed since then. */
  @Column({ type: 'text', array: true, default: () => `'{}'` })
  changes!: string[];

  /** Who has changed the directory last, as far as it was an import. */
  @Column({ type: 'uuid', nullable: true })
  changedBy!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  leaseUntil!: Date | null;
}
