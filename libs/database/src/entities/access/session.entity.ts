import type { UsedToken } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A signed-in browser. Only the hash of the cookie is kept. */
@Index('session_person', ['personId'])
@Entity('session')
export class SessionEntity {
  @PrimaryColumn({ type: 'text' })
  tokenHash!: string;

  @ForeignKey('PersonEntity')
  @Column({ type: 'uuid' })
  personId!: string;

  @ForeignKey('CompanyEntity')
  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'integer', default: 0 })
  epoch!: number;

  @Column({ type: 'text' })
  csrf!: string;

  /** The link that somebody else issued and with which it began; null: it is its person's own. */
  @Column({ type: 'jsonb', nullable: true })
  link!: UsedToken | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  lastSeen!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  expiresAt!: Date;
}
