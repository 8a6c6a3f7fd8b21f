import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A copy of the request that was sent to a person for information. */
@Index('copy_unread', ['personId', 'requestId'], { where: 'read_at IS NULL' })
@Entity('copy')
export class CopyEntity {
  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  requestId!: string;

  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ type: 'text' })
  step!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  readAt!: Date | null;
}
