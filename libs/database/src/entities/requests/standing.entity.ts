import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** `blocked`: nobody can act there. `suspended`: an operator has stopped the whole request. `returned`: it is with its requester. `unheeded`: late, and nobody is told by itself any more. */
export type StandingKind = 'waiting' | 'unheeded' | 'returned' | 'blocked' | 'suspended';

/** Its indexes hold what lists filter by beside their order, which only SQL can say (migration `standing`). */
const ofLists = { synchronize: false } as const;

/**
 * Where a request under way stands: one row for each step at which it waits. Made of the request's other rows (`standing_of`), in the transaction that
 * changes them; a request that is over has none. Track lists and maps are read from here.
 */
@Index('standing_due', ofLists)
@Index('standing_since', ofLists)
@Index('standing_stuck', ofLists)
@Index('standing_step', ofLists)
@Index('standing_unheeded', ofLists)
@Entity('standing')
export class StandingEntity {
  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  requestId!: string;

  /** `returned` while it is with its requester. */
  @PrimaryColumn({ type: 'text' })
  step!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'uuid' })
  definitionId!: string;

  @Column({ type: 'text' })
  definitionKey!: string;

  /** The requester's unit. */
  @Column({ type: 'uuid', nullable: true })
  unitId!: string | null;

  /** `listed_amount` the other way round, 1 where it is blank. */
  @Column({ type: 'bigint', default: 1 })
  amountOrder!: string;

  @Column({ type: 'text' })
  kind!: StandingKind;

  @Column({ type: 'timestamptz', precision: 3 })
  since!: Date;

  /** `infinity` where it is due on no day. */
  @Column({ type: 'timestamptz', precision: 3 })
  due!: Date | number;

  /** Of several steps the one that presses most: as which lists of requests show it. */
  @Column({ type: 'boolean' })
  foremost!: boolean;
}
