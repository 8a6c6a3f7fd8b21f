import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/**
 * A file that a request holds; one file may stand in many requests. While `cited_at` is null only a draft names it, and it goes with the draft;
 * once it was part of something submitted or decided it stays as long as the request does.
 */
@Index('request_file_file', ['fileId'])
@Entity('request_file')
export class RequestFileEntity {
  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  requestId!: string;

  @ForeignKey('FileEntity')
  @PrimaryColumn({ type: 'uuid' })
  fileId!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  citedAt!: Date | null;
}
