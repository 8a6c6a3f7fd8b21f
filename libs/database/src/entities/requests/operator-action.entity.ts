import type { Json } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const OPERATOR_ACTIONS = ['rebuilt', 'sent-again', 'given-up', 'effect-again'] as const;
export type OperatorActionKind = (typeof OPERATOR_ACTIONS)[number];

/** What somebody did to the run of a request or to its commands, beside its journal. Only ever added to, and kept as long as the request. */
@Index('operator_action_request', ['requestId', 'at', 'id'])
@Entity('operator_action')
export class OperatorActionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'uuid' })
  actorId!: string;

  @Column({ type: 'text' })
  kind!: OperatorActionKind;

  @Column({ type: 'jsonb', default: {} })
  params!: Record<string, Json>;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  at!: Date;
}
