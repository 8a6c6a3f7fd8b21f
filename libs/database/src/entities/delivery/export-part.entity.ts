import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A piece of an exported file, in order. */
@Entity('export_part')
export class ExportPartEntity {
  @ForeignKey('ExportEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  exportId!: string;

  @PrimaryColumn({ type: 'integer' })
  at!: number;

  @Column({ type: 'bytea' })
  bytes!: Buffer;
}
