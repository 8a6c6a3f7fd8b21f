import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The journal of a company under a chain of its own: what every request had come to when the link was made. Added to, never changed. */
@Entity('journal_seal')
export class JournalSealEntity {
  @ForeignKey('CompanyEntity', { name: 'FK_journal_seal_company' })
  @PrimaryColumn({ type: 'uuid' })
  companyId!: string;

  /** 1, 2, … */
  @PrimaryColumn({ type: 'integer' })
  seq!: number;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  at!: Date;

  /** Requests that had moved since the link before. */
  @Column({ type: 'integer' })
  requests!: number;

  /** Their transitions since then. */
  @Column({ type: 'integer' })
  entries!: number;

  @Column({ type: 'text' })
  seal!: string;
}
