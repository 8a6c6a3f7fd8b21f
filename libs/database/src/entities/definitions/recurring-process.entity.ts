import type { Schedule } from '@countersign/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A process that starts by itself, what Temporal's schedules know of it, and whether somebody has paused it. */
@Entity('recurring_process')
export class RecurringProcessEntity {
  @ForeignKey('CompanyEntity', { name: 'FK_recurring_process_company' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_recurring_process' })
  companyId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'PK_recurring_process' })
  definitionKey!: string;

  /** As the version in use says; of the last one where none is. */
  @Column({ type: 'jsonb' })
  rule!: Schedule;

  @Column({ type: 'boolean', default: true })
  inUse!: boolean;

  /** What was due before it is not made up for by itself. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  since!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  pausedAt!: Date | null;

  @ForeignKey('PersonEntity', { name: 'FK_recurring_process_paused_by' })
  @Column({ type: 'uuid', nullable: true })
  pausedBy!: string | null;

  @Column({ type: 'text', nullable: true })
  pausedWhy!: string | null;

  /** By time zone: at which times of day its schedule fires there. */
  @Column({ type: 'jsonb', default: {} })
  applied!: Record<string, string[]>;

  /** From which rule, directory, day and pause that was made. */
  @Column({ type: 'text', nullable: true })
  appliedFrom!: string | null;

  /** When the next unit's turn comes, as far as a month shows. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  nextAt!: Date | null;

  /** When somebody asked for starts beyond the usual ones, until they are under way. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  askedAt!: Date | null;
}
