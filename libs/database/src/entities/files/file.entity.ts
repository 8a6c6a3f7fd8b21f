import type { UsedToken } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A file as it was uploaded; forms refer to it by digest. Content: `file_content`; requests that hold it: `request_file`. */
@Index('file_owner', ['ownerId'])
@Entity('file')
export class FileEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @ForeignKey('PersonEntity')
  @Column({ type: 'uuid' })
  ownerId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'integer' })
  size!: number;

  @Column({ type: 'text' })
  sha256!: string;

  /** Uploaded by a program, or in a session that somebody else's link began; null: by the person. */
  @Column({ type: 'jsonb', nullable: true })
  token!: UsedToken | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;
}
