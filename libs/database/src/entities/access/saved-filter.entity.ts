import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A filter of a desk that somebody keeps; or, `removed`, one of those that come with the product and that they do not want. */
@Entity('saved_filter')
export class SavedFilterEntity {
  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  /** A UUID, or the id of a filter that comes with the product. */
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'text', default: 'inbox' })
  desk!: 'inbox' | 'track';

  @Column({ type: 'text', nullable: true })
  name!: string | null;

  /** As they stand in the address of the page. */
  @Column({ type: 'jsonb', default: {} })
  filters!: Record<string, string>;

  @Column({ type: 'boolean', default: false })
  removed!: boolean;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;
}
