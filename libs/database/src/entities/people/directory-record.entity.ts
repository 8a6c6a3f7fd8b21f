import type { Json } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What authority is decided from, as it came to be known, row by row: who held which post and grant, who was away. Only ever added to, by triggers. */
@Index('directory_record_row', ['companyId', 'relation', 'rowId', 'recordedAt', 'id'])
@Entity('directory_record')
export class DirectoryRecordEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'PK_directory_record' })
  id!: string;

  @ForeignKey('CompanyEntity', { name: 'FK_directory_record_company' })
  @Column({ type: 'uuid' })
  companyId!: string;

  /** The table that it is a row of. */
  @Column({ type: 'text' })
  relation!: string;

  @Column({ type: 'uuid' })
  rowId!: string;

  /** Null: from then on it was not there. */
  @Column({ type: 'jsonb', nullable: true })
  row!: Json;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  recordedAt!: Date;
}
