import type { DirectoryCause } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An open request that would ask other people since its directory changed, and whose run has not answered: tried again by itself, less and less often. */
@Entity('directory_missed')
export class DirectoryMissedEntity {
  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  /** Of the latest change. */
  @Column({ type: 'jsonb' })
  cause!: DirectoryCause;

  @Column({ type: 'text' })
  error!: string;

  @Column({ type: 'integer', default: 1 })
  tries!: number;

  @Index('directory_missed_next')
  @Column({ type: 'timestamptz', precision: 3 })
  nextAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  since!: Date;

  /** When those who look after requests were told. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  toldAt!: Date | null;
}
