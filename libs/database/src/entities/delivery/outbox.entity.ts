import type { Effect } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

export type OutboxState = 'waiting' | 'claimed' | 'done' | 'dead' | 'cancelled';

/** An effect on its way into the world. `key` makes it unique; `not_before` null means that it waits for nothing and cannot be taken back. */
@Index('outbox_waiting', ['nextAttemptAt'], { where: `state IN ('waiting', 'claimed')` })
@Index('outbox_dead', ['companyId'], { where: `state = 'dead'` })
@Index('outbox_age', { synchronize: false })
@Index('outbox_request', ['requestId', 'n'])
@Entity('outbox')
export class OutboxEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'BY DEFAULT' })
  id!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @ForeignKey('RequestEntity')
  @Column({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'integer' })
  n!: number;

  @Index('outbox_key_unique', { unique: true })
  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'jsonb' })
  effect!: Effect;

  @Column({ type: 'text', default: 'waiting' })
  state!: OutboxState;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  notBefore!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  nextAttemptAt!: Date;

  @Column({ type: 'integer', default: 0 })
  attempts!: number;

  @Column({ type: 'text', nullable: true })
  lastError!: string | null;

  /** It was given up, and its request knows: an operation of that request begins it again. */
  @Column({ type: 'boolean', default: false })
  told!: boolean;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  updatedAt!: Date;
}
