import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Somebody whom a request concerns has opened it. Written when it is read, never when it is decided; nothing hangs on it. */
@Entity('request_seen')
export class RequestSeenEntity {
  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  requestId!: string;

  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  /** As it stood then. */
  @Column({ type: 'integer' })
  n!: number;

  /** When it was opened as it stands at `n`; later looks at the same are not noted. */
  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  lastAt!: Date;
}
