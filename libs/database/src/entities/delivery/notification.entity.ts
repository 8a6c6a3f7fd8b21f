import type { Json, Notice } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An in-app notice to one person. Superseded in place when its task is gone. */
@Index('notification_person', ['personId', 'createdAt', 'id'])
@Index('notification_unread', ['personId'], { where: 'read_at IS NULL AND superseded_at IS NULL' })
@Index('notification_age', { synchronize: false })
@Index('notification_mail', ['mailAt'], { where: 'mail_at IS NOT NULL' })
@Index('notification_task', ['requestId', 'taskId'])
@Entity('notification')
export class NotificationEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'text' })
  notice!: Notice;

  @Column({ type: 'jsonb', default: {} })
  params!: Record<string, Json>;

  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @Column({ type: 'uuid', nullable: true })
  requestId!: string | null;

  @Column({ type: 'uuid', nullable: true })
  taskId!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  readAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  supersededAt!: Date | null;

  /** From when on it may go by mail; null: it is seen to. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true, default: () => 'now()' })
  mailAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;
}
