import type { Derivation, PersonCommandType, StepKind, TaskClosing } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A step waiting for one person. Written from the events of a transition only. */
@Index('task_open', ['personId'], { where: `status = 'open'` })
@Index('task_request', ['requestId', 'step', 'generation'])
@Index('task_carried_out', ['companyId', 'step', 'closedAt', 'id'], { where: `status = 'decided' AND kind = 'work'` })
@Entity('task')
export class TaskEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'text' })
  step!: string;

  /** `unblock`: the request has no approver and waits for its owner. */
  @Column({ type: 'text' })
  kind!: StepKind | 'unblock';

  @Column({ type: 'integer' })
  generation!: number;

  @Column({ type: 'integer' })
  seat!: number;

  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'text', default: 'open' })
  status!: 'open' | 'decided' | 'closed';

  @Column({ type: 'text', nullable: true })
  decision!: PersonCommandType | null;

  @Column({ type: 'text', nullable: true })
  closing!: TaskClosing | null;

  @Column({ type: 'timestamptz', precision: 3 })
  openedAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  closedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  dueAt!: Date | null;

  @Column({ type: 'jsonb', nullable: true })
  derivation!: Derivation | null;
}
