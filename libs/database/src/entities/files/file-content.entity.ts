import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The bytes of a file, apart from its row so that lists stay small. */
@Entity('file_content')
export class FileContentEntity {
  @ForeignKey('FileEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  fileId!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'bytea' })
  bytes!: Buffer;
}
