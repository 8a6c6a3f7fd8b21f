import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Indexes of desks hold what lists filter by beside their order, which only SQL can say (migration `desks`). */
const ofDesks = { synchronize: false } as const;

/**
 * Somebody who may read the request: requester, beneficiary, assignees past and present, people copied in; and how it stands on their desk.
 * The desk is made of the request's other rows (`desks_of`), in the transaction that changes them: one row and one index entry for each list.
 */
@Index('participant_todo_due', ofDesks)
@Index('participant_todo_since', ofDesks)
@Index('participant_todo_amount', ofDesks)
@Index('participant_done', ofDesks)
@Index('participant_copies', ofDesks)
@Index('participant_mine', ofDesks)
@Index('participant_under_way', ofDesks)
@Index('participant_read', ofDesks)
@Entity('participant')
export class ParticipantEntity {
  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  requestId!: string;

  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'text', nullable: true })
  definitionKey!: string | null;

  /** The requester's unit. */
  @Column({ type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  listedAt!: Date | null;

  /** `listed_amount` the other way round, 1 where it is blank: the greatest first, upward. */
  @Column({ type: 'bigint', default: 1 })
  amountOrder!: string;

  @Column({ type: 'boolean', default: false })
  resubmitted!: boolean;

  /** Side of the plan that the last step asked for; null where none has. */
  @Column({ type: 'boolean', nullable: true })
  overPlan!: boolean | null;

  @Column({ type: 'boolean', default: false })
  mine!: boolean;

  /** Own, and neither closed nor decided. */
  @Column({ type: 'boolean', default: false })
  underWay!: boolean;

  /** The most pressing of their open tasks; null for an own request that came back. */
  @Column({ type: 'uuid', nullable: true })
  todoTask!: string | null;

  /** Since when it waits for them; null where it does not. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  todoSince!: Date | null;

  /** `infinity` where it is due on no day. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  todoDue!: Date | number | null;

  @Column({ type: 'uuid', nullable: true })
  doneTask!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  doneAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  copiedAt!: Date | null;

  /** The request's. */
  @Column({ type: 'text', nullable: true })
  status!: string | null;
}
