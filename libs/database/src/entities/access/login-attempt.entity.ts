import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Wrong passwords for one sign-in name (by its hash, known or not) from one network, or (`*`) from all that it was never used from. */
@Index('login_attempt_last', ['lastAt'])
@Entity('login_attempt')
export class LoginAttemptEntity {
  @PrimaryColumn({ type: 'text' })
  loginHash!: string;

  @PrimaryColumn({ type: 'text' })
  network!: string;

  @Column({ type: 'integer' })
  failed!: number;

  @Column({ type: 'timestamptz', precision: 3 })
  lastAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lockedUntil!: Date | null;

  /** When its person last signed in from there. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  succeededAt!: Date | null;
}
