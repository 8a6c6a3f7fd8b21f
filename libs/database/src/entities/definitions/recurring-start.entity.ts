import type { Json } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** To be started; started, or there as a draft to be filled in; could not be started; that, and somebody has said that it stays so. */
export const RECURRING_STATES = ['waiting', 'started', 'draft', 'failed', 'left'] as const;
export type RecurringState = (typeof RECURRING_STATES)[number];

/** What a process has started, or was to start, by itself for one unit and one of its days: once, whatever happens. */
@Entity('recurring_start')
@Index('recurring_start_waiting', ['companyId', 'definitionKey'], { where: `state = 'waiting'` })
@Index('recurring_start_failed', ['companyId', 'definitionKey'], { where: `state = 'failed'` })
@Index('recurring_start_newest', ['companyId', 'definitionKey', 'at', 'requestId'])
@Index('recurring_start_request', ['requestId'])
export class RecurringStartEntity {
  @ForeignKey('CompanyEntity', { name: 'FK_recurring_start_company' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_recurring_start' })
  companyId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'PK_recurring_start' })
  definitionKey!: string;

  @ForeignKey('UnitEntity', { name: 'FK_recurring_start_unit' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_recurring_start' })
  unitId!: string;

  @PrimaryColumn({ type: 'date', primaryKeyConstraintName: 'PK_recurring_start' })
  day!: string;

  /** Of a register: which of its rows (of a lease the number of its contract); empty otherwise. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'PK_recurring_start', default: '' })
  about!: string;

  /** When its turn came. */
  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ type: 'text' })
  state!: RecurringState;

  /** Follows from company, process, unit, day and row. */
  @Column({ type: 'uuid' })
  requestId!: string;

  /** Why it could not be started: a closed word. */
  @Column({ type: 'text', nullable: true })
  fault!: string | null;

  /** Those who look after requests have heard that it could not be started. */
  @Column({ type: 'boolean', default: false })
  told!: boolean;

  /** Why somebody has left it as it is, and who. */
  @Column({ type: 'text', nullable: true })
  leftWhy!: string | null;

  @ForeignKey('PersonEntity', { name: 'FK_recurring_start_left_by' })
  @Column({ type: 'uuid', nullable: true })
  leftBy!: string | null;

  /** Of a register: what its row said when it became due. */
  @Column({ type: 'jsonb', nullable: true })
  given!: Record<string, Json> | null;

  /** How often somebody has had it tried again. */
  @Column({ type: 'integer', default: 0 })
  tries!: number;

  /** Who asked for it beyond the usual ones; null: it came by itself. */
  @ForeignKey('PersonEntity', { name: 'FK_recurring_start_asked_by' })
  @Column({ type: 'uuid', nullable: true })
  askedBy!: string | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  changedAt!: Date;
}
