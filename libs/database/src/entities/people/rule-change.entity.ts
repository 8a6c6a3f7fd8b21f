import type { Json, UsedToken } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export const RULE_CHANGES = [
  'directory-imported',
  'calendar-changed',
  'definition-imported',
  'definition-removed',
  'definition-published',
  'definition-retired',
  'parameter-set',
  'target-set',
  'leases-imported',
  'lease-taken-out',
  'lease-put-back',
  'plan-imported',
  'budget-category-set',
  'limits-changed',
  'authority-approved',
  'person-changed',
  'leaving-planned',
  'leaving-taken-back',
  'person-left',
  'recurring-paused',
  'recurring-resumed',
  'recurring-asked',
  'recurring-left',
] as const;
export type RuleChangeKind = (typeof RULE_CHANGES)[number];

/** One row of a directory, or one version of a process, as it was and as it is: only the members that differ. Null: it was, or is, not there. */
export interface ChangedRow {
  section: string;
  key: string;
  before: Json;
  after: Json;
}

/** Something that changed by what rules the company decides, and who did it. Only ever added to. */
@Index('rule_change_newest', ['companyId', 'at', 'id'])
@Index('rule_change_request', ['requestId'], { unique: true, where: 'request_id IS NOT NULL' })
@Entity('rule_change')
export class RuleChangeEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_rule_change' })
  id!: string;

  @ForeignKey('CompanyEntity', { name: 'FK_rule_change_company' })
  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  at!: Date;

  /** Null: the command line. */
  @ForeignKey('PersonEntity', { name: 'FK_rule_change_actor' })
  @Column({ type: 'uuid', nullable: true })
  actorId!: string | null;

  /** Done by a program, or in a session that somebody else's link began; null: by the person. */
  @Column({ type: 'jsonb', nullable: true })
  token!: UsedToken | null;

  @Column({ type: 'text' })
  kind!: RuleChangeKind;

  /** The approved request that it comes from; null: somebody did it by hand. */
  @ForeignKey('RequestEntity', { name: 'FK_rule_change_request' })
  @Column({ type: 'uuid', nullable: true })
  requestId!: string | null;

  /** Rows that differ; `rows` holds the first of them. */
  @Column({ type: 'integer' })
  changed!: number;

  @Column({ type: 'jsonb' })
  rows!: ChangedRow[];
}
