import type { Json } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const ACCESS_EVENTS = [
  'token-issued',
  'token-revoked',
  'link-issued',
  'link-spent',
  'password-changed',
  'signed-out-everywhere',
] as const;
export type AccessEventKind = (typeof ACCESS_EVENTS)[number];

/** Something that changed how a person gets in, and who did it. Only ever added to. */
@Index('access_event_person', ['personId', 'at', 'id'])
@Entity('access_event')
export class AccessEventEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey('CompanyEntity')
  @Column({ type: 'uuid' })
  companyId!: string;

  /** Whose access it is. */
  @ForeignKey('PersonEntity')
  @Column({ type: 'uuid' })
  personId!: string;

  /** Who did it; null: the command line. */
  @ForeignKey('PersonEntity')
  @Column({ type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ type: 'text' })
  kind!: AccessEventKind;

  @Column({ type: 'jsonb', default: {} })
  params!: Record<string, Json>;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  at!: Date;
}
