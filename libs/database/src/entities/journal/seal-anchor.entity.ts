import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Places outside the database where a seal is kept. */
export const ANCHOR_PLACES = ['file', 'mail', 'call'] as const;
export type AnchorPlace = (typeof ANCHOR_PLACES)[number];

/** Until which seal a company's are kept at a place outside. */
@Entity('seal_anchor')
export class SealAnchorEntity {
  @ForeignKey('CompanyEntity', { name: 'FK_seal_anchor_company' })
  @PrimaryColumn({ type: 'uuid' })
  companyId!: string;

  @PrimaryColumn({ type: 'text' })
  place!: AnchorPlace;

  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  at!: Date;
}
