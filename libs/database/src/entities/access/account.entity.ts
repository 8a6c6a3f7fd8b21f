import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** How a person signs in. `sessions_epoch` goes up when all sessions of the person end. */
@Entity('account')
export class AccountEntity {
  @ForeignKey('PersonEntity')
  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @ForeignKey('CompanyEntity')
  @Column({ type: 'uuid' })
  companyId!: string;

  @Index('account_login_unique', { unique: true })
  @Column({ type: 'text' })
  login!: string;

  @Column({ type: 'text', nullable: true })
  passwordHash!: string | null;

  @Column({ type: 'integer', default: 0 })
  sessionsEpoch!: number;
}
