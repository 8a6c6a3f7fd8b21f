import type { VisitEnd, VisitKind } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** One stay of a request at a step, of a request that was decided to its end. Names nobody: times are told of steps, never of people. */
@Index('step_time_span', { synchronize: false })
@Entity('step_time')
export class StepTimeEntity {
  @ForeignKey('RequestTimeEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  requestId!: string;

  /** Its place among the request's stays, in the order in which they began. */
  @PrimaryColumn({ type: 'integer' })
  at!: number;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'uuid' })
  definitionId!: string;

  @Column({ type: 'text' })
  definitionKey!: string;

  @Column({ type: 'uuid', nullable: true })
  unitId!: string | null;

  /** The request's. */
  @Column({ type: 'timestamptz', precision: 3 })
  finishedAt!: Date;

  /** `returned` while it was with its requester. */
  @Column({ type: 'text' })
  step!: string;

  @Column({ type: 'text' })
  kind!: VisitKind;

  @Column({ type: 'timestamptz', precision: 3 })
  openedAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  closedAt!: Date;

  /** Working time, pauses left out. */
  @Column({ type: 'integer' })
  minutes!: number;

  /** Working time that it might have taken; null where it was due on no day. */
  @Column({ type: 'integer', nullable: true })
  limitMinutes!: number | null;

  @Column({ type: 'boolean' })
  late!: boolean;

  @Column({ type: 'text' })
  ended!: VisitEnd;

  /** returned: to which step, or `requester`. */
  @Column({ type: 'text', nullable: true })
  backTo!: string | null;
}
