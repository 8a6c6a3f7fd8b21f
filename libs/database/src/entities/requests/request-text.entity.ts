import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What search reads of a submitted request, beside the row that decisions change: found by its keys (`search_grams`). */
@Index('request_text_grams', { synchronize: false })
@Index('request_text_requester', ['requesterId'])
@Entity('request_text')
export class RequestTextEntity {
  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  requestId!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'uuid' })
  requesterId!: string;

  /** The requester's names today. */
  @Column({ type: 'text' })
  names!: string;

  /** In canonical spelling, one piece a line. */
  @Column({ type: 'text' })
  text!: string;
}
