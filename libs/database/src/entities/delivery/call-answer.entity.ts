import type { FormValues } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What another system has answered to a call, once: whatever comes under the same id later says nothing. So does the first answer that was no use. */
@Index('call_answer_untold', ['at'], { where: 'told_at IS NULL' })
@Entity('call_answer')
export class CallAnswerEntity {
  @ForeignKey('RequestEntity', { onDelete: 'CASCADE', name: 'FK_call_answer_request' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_call_answer' })
  requestId!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'PK_call_answer' })
  call!: string;

  /** It was no use, and nothing of it is kept: the other system was told so, and may answer again. */
  @PrimaryColumn({ type: 'boolean', default: false, primaryKeyConstraintName: 'PK_call_answer' })
  wrong!: boolean;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'text' })
  step!: string;

  /** It was not done. */
  @Column({ type: 'boolean', default: false })
  failed!: boolean;

  /** What belongs into the form, in wire form. */
  @Column({ type: 'jsonb', default: {} })
  fields!: FormValues;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  at!: Date;

  /** When its request has heard of it. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  toldAt!: Date | null;
}
