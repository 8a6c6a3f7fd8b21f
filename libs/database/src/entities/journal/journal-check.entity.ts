import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const CHECK_STATES = ['running', 'done', 'failed', 'cancelled'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/**
 * What does not hold. `changed`: a transition is not what its link says; `missing`: one is not there; `cut`: the request is further, or less far, than its
 * journal; `sealed`: a request is not what it was when it was sealed; `seal`: a link of the company's chain does not follow from the one before.
 */
export const JOURNAL_FAULTS = ['changed', 'missing', 'cut', 'sealed', 'seal'] as const;
export type JournalFault = (typeof JOURNAL_FAULTS)[number];

/** `request`: its number, or its id where it has none or is gone; null of a seal. `n`: of the transition, or of the seal. */
export interface JournalFinding {
  fault: JournalFault;
  request: string | null;
  n: number;
}

/** One time that the journal of a company was checked, by whom, and what was found. */
@Index('journal_check_company', ['companyId', 'createdAt', 'id'])
@Entity('journal_check')
export class JournalCheckEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey('CompanyEntity', { name: 'FK_journal_check_company' })
  @Column({ type: 'uuid' })
  companyId!: string;

  @ForeignKey('PersonEntity', { name: 'FK_journal_check_person' })
  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'text', default: 'running' })
  state!: CheckState;

  /** Transitions when it began. */
  @Column({ type: 'integer' })
  total!: number;

  @Column({ type: 'integer', default: 0 })
  checked!: number;

  @Column({ type: 'integer', default: 0 })
  seals!: number;

  @Column({ type: 'jsonb', default: () => "'[]'" })
  findings!: JournalFinding[];

  /** How many there were; the first are kept. */
  @Column({ type: 'integer', default: 0 })
  found!: number;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  touchedAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;
}
