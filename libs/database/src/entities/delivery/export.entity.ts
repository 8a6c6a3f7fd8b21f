import type { Json, Language } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const EXPORT_STATES = ['running', 'done', 'failed', 'cancelled'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];

/** A long export of one person: how far it is, and what it is of. Its file is kept for a day, for nobody else. */
@Index('export_person', ['personId', 'createdAt', 'id'])
@Index('export_age', ['createdAt'])
@Entity('export')
export class ExportEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @ForeignKey('PersonEntity')
  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'text' })
  list!: string;

  @Column({ type: 'text' })
  format!: 'xlsx' | 'csv' | 'xes';

  @Column({ type: 'text' })
  language!: Language;

  @Column({ type: 'jsonb' })
  filters!: Record<string, Json>;

  @Column({ type: 'text', default: 'running' })
  state!: ExportState;

  /** Rows written so far. */
  @Column({ type: 'integer', default: 0 })
  rows!: number;

  /** There are more rows than an export takes: the file ends before they do. */
  @Column({ type: 'boolean', default: false })
  cut!: boolean;

  @Column({ type: 'integer', default: 0 })
  bytes!: number;

  /** Which attempt is at work on it; another one takes over when this has not been heard of for a while. */
  @Column({ type: 'uuid' })
  runner!: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  touchedAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;
}
