import type { MailWishes } from '@countersign/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What somebody wishes of mail; no row: the usual. */
@Entity('mail_wishes')
export class MailWishesEntity {
  @ForeignKey('PersonEntity')
  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'jsonb' })
  wishes!: MailWishes;
}
