import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A single-use link by its hash. */
@Entity('login_link')
export class LoginLinkEntity {
  @PrimaryColumn({ type: 'text' })
  hash!: string;

  @ForeignKey('PersonEntity')
  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @ForeignKey('CompanyEntity')
  @Column({ type: 'uuid', nullable: true })
  companyId!: string | null;

  @Column({ type: 'text' })
  purpose!: 'first-admin' | 'password';

  /** Who issued it; null: the command line. */
  @ForeignKey('PersonEntity', { name: 'FK_login_link_issued_by' })
  @Column({ type: 'uuid', nullable: true })
  issuedBy!: string | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  usedAt!: Date | null;
}
