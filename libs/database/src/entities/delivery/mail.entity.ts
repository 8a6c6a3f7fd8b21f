import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** `dropped`: when it was to leave, nothing of it was so any more, or it had been read. `dead`: given up, for somebody to see to. */
export const MAIL_STATES = ['waiting', 'claimed', 'sent', 'dropped', 'dead'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** One mail to one person about some of their notices; which ones never changes, so that sent twice it is the same mail. */
@Index('mail_waiting', ['nextAttemptAt'], { where: `state IN ('waiting', 'claimed')` })
@Index('mail_dead', ['companyId', 'updatedAt', 'id'], { where: `state = 'dead'` })
@Index('mail_age', ['createdAt'])
@Entity('mail')
export class MailEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @ForeignKey('PersonEntity')
  @Column({ type: 'uuid' })
  personId!: string;

  /** Ids of the notices, oldest first. */
  @Column({ type: 'uuid', array: true })
  notices!: string[];

  @Column({ type: 'text', default: 'waiting' })
  state!: MailState;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  nextAttemptAt!: Date;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ type: 'text', nullable: true })
  lastError!: string | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  updatedAt!: Date;
}
