import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A value that only one live or approved request may hold, such as an invoice number. */
@Index('claimed_value_request', ['requestId'])
@Entity('claimed_value')
export class ClaimedValueEntity {
  @PrimaryColumn({ type: 'uuid' })
  companyId!: string;

  @PrimaryColumn({ type: 'text' })
  checkName!: string;

  @PrimaryColumn({ type: 'text' })
  value!: string;

  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @Column({ type: 'uuid' })
  requestId!: string;
}
