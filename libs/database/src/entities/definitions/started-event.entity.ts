import type { UsedToken } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Something that happened elsewhere and has started a request: it does so once for each account that tells of it, for good. */
@Entity('started_event')
@Index('started_event_newest', ['companyId', 'at', 'requestId'])
@Index('started_event_request', ['requestId'], { unique: true })
export class StartedEventEntity {
  @ForeignKey('CompanyEntity', { name: 'FK_started_event_company' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_started_event' })
  companyId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'PK_started_event' })
  definitionKey!: string;

  /** What whoever tells of it calls it. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'PK_started_event' })
  event!: string;

  /** Whose event it is; what others call theirs is nothing to it. */
  @ForeignKey('PersonEntity', { name: 'FK_started_event_actor' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_started_event' })
  actorId!: string;

  /** Follows from the four above, the name by its letters and digits: one event has one row however it is spelt. Of those told before names were their teller's, from the first three. */
  @Column({ type: 'uuid' })
  requestId!: string;

  /** Digest of what was told. */
  @Column({ type: 'text' })
  hash!: string;

  /** The program that told of it; null: the person in a session. */
  @Column({ type: 'jsonb', nullable: true })
  token!: UsedToken | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  at!: Date;
}
