import type { SentRows } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Arranged, done when the day had come, or taken back before. */
export const LEAVING_STATES = ['planned', 'left', 'taken-back'] as const;
export type LeavingState = (typeof LEAVING_STATES)[number];

/** Somebody is to leave, or has left, as it was arranged; the account ends by itself when the last day is over. */
@Index('leaving_planned', ['personId'], { unique: true, where: `state = 'planned'` })
@Index('leaving_person', ['personId', 'askedAt'])
@Entity('leaving')
export class LeavingEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_leaving' })
  id!: string;

  @ForeignKey('CompanyEntity', { name: 'FK_leaving_company' })
  @Column({ type: 'uuid' })
  companyId!: string;

  @ForeignKey('PersonEntity', { name: 'FK_leaving_person' })
  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'date' })
  lastDay!: string;

  @Column({ type: 'text' })
  state!: LeavingState;

  @ForeignKey('PersonEntity', { name: 'FK_leaving_asked_by' })
  @Column({ type: 'uuid' })
  askedBy!: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  askedAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;

  /** Posts and grants as they were before. */
  @Column({ type: 'jsonb' })
  kept!: Pick<SentRows, 'positions' | 'grants'>;
}
