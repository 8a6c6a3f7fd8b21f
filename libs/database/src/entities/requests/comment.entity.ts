import type { FileReference, UsedToken } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A remark in the discussion of a request; passes through no workflow. */
@Index('comment_request', ['requestId', 'at'])
@Entity('comment')
export class CommentEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'text' })
  text!: string;

  /** People who are spoken to. */
  @Column({ type: 'uuid', array: true, default: [] })
  mentions!: string[];

  /** What was attached; held by the request for good. */
  @Column({ type: 'jsonb', default: [] })
  files!: FileReference[];

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  at!: Date;

  /** Its place in the discussion, from 1, under the chain that the request keeps (`discussion`); null: from before comments were sealed. */
  @Column({ type: 'integer', nullable: true })
  seq!: number | null;

  /** Written by a program in the name of its person; null: by the person. */
  @Column({ type: 'jsonb', nullable: true })
  token!: UsedToken | null;
}
