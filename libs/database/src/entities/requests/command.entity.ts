import type { CommandBody, PersonCommandType, Refusal } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type CommandStatus = 'open' | 'done' | 'confirmed' | 'refused' | 'undelivered';

/**
 * Why a command could not be delivered, and since when. `stuck`: the run did not take it, however often it was sent; `unfit`: it cannot be sent at
 * all; `unconfirmed`: it was decided and stands in the journal, and the run does not say that it has it.
 */
export interface Undelivered {
  cause: 'stuck' | 'unfit' | 'unconfirmed';
  detail: string;
  since: string;
  /** Who closed it for good, and when. */
  givenUp?: { by: string; at: string };
}

/**
 * What somebody asked, kept in full before anything is done: the sweeper must be able to send it. open → done (at n) → confirmed, or open →
 * refused. What the sweeper gives up sending is undelivered: without n it goes back to open or is refused, with n (it was decided) back to done or
 * is taken as confirmed.
 */
@Index('command_refused', ['updatedAt'], { where: `status = 'refused' AND body ?| '{form,fields,choices,comment}'` })
@Index('command_request', ['requestId'])
@Index('command_undelivered', ['companyId', 'updatedAt'], { where: `status = 'undelivered'` })
@Index('command_unsettled', ['updatedAt'], { where: `status IN ('open', 'done')` })
@Entity('command')
export class CommandEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'uuid' })
  actorId!: string;

  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'text' })
  type!: PersonCommandType;

  @Column({ type: 'jsonb' })
  body!: CommandBody;

  @Column({ type: 'text' })
  bodyHash!: string;

  @Column({ type: 'text', default: 'open' })
  status!: CommandStatus;

  /** Transition that this command made. */
  @Column({ type: 'integer', nullable: true })
  n!: number | null;

  @Column({ type: 'integer', default: 0 })
  attempt!: number;

  /** Of a command that could not be delivered. */
  @Column({ type: 'jsonb', nullable: true })
  undelivered!: Undelivered | null;

  /** The refusal of a refused command. */
  @Column({ type: 'jsonb', nullable: true })
  outcome!: Refusal | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  updatedAt!: Date;
}
