import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * How long a request took that was decided to its end. Made of its journal by the worker, some seconds later, and not on the way of a decision; goes away
 * when the request is taken up again. Minutes are working time, by the office clock of the requester's unit as it stood when they were counted.
 */
@Index('request_time_span', { synchronize: false })
@Entity('request_time')
export class RequestTimeEntity {
  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'uuid' })
  definitionId!: string;

  @Column({ type: 'text' })
  definitionKey!: string;

  /** The requester's. */
  @Column({ type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  submittedAt!: Date;

  /** When it was approved or rejected. */
  @Column({ type: 'timestamptz', precision: 3 })
  finishedAt!: Date;

  /** From the first submit to the end. */
  @Column({ type: 'integer' })
  minutes!: number;

  /** How often it was sent back, to whomever. */
  @Column({ type: 'integer' })
  returns!: number;
}
