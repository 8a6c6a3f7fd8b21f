import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** How far a request had come when it was sealed. Points to no request on purpose: one that is gone is to be missed. */
@Index('sealed_request_seal', ['companyId', 'seq', 'requestId'])
@Entity('sealed_request')
export class SealedRequestEntity {
  @PrimaryColumn({ type: 'uuid' })
  requestId!: string;

  @PrimaryColumn({ type: 'integer' })
  n!: number;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'integer' })
  seq!: number;

  /** The link of the request's own chain at `n`. */
  @Column({ type: 'text' })
  chain!: string;
}
