import type { MovementKind } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** What the ledger knows besides what requests do: plans, transfers between lines, what others have spent. */
export type LedgerKind = MovementKind | 'plan' | 'transfer' | 'outside';

/** One movement of a line, in minor units: by how much each of its sums changes. Only ever added to: what was wrong is put right by its opposite. */
@Index('budget_movement_line', ['lineId', 'id'])
@Index('budget_movement_request', ['requestId', 'n', 'lineId', 'kind'], { unique: true, where: 'request_id IS NOT NULL' })
@Index('budget_movement_reference', ['companyId', 'referenceKey'], { unique: true, where: 'reference_key IS NOT NULL' })
@Entity('budget_movement')
export class BudgetMovementEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS', primaryKeyConstraintName: 'PK_budget_movement' })
  id!: string;

  @ForeignKey('CompanyEntity', { name: 'FK_budget_movement_company' })
  @Column({ type: 'uuid' })
  companyId!: string;

  @ForeignKey('BudgetLineEntity', { name: 'FK_budget_movement_line' })
  @Column({ type: 'uuid' })
  lineId!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ type: 'text' })
  kind!: LedgerKind;

  @Column({ type: 'bigint', default: 0 })
  planned!: string;

  @Column({ type: 'bigint', default: 0 })
  moved!: string;

  @Column({ type: 'bigint', default: 0 })
  extended!: string;

  @Column({ type: 'bigint', default: 0 })
  reserved!: string;

  @Column({ type: 'bigint', default: 0 })
  committed!: string;

  @Column({ type: 'bigint', default: 0 })
  spent!: string;

  @Column({ type: 'bigint', default: 0 })
  outside!: string;

  /** The request and the number of its transition; null: none did it. */
  @ForeignKey('RequestEntity', { name: 'FK_budget_movement_request' })
  @Column({ type: 'uuid', nullable: true })
  requestId!: string | null;

  @Column({ type: 'integer', nullable: true })
  n!: number | null;

  /** Who entered it; null: a request, or the command line. */
  @ForeignKey('PersonEntity', { name: 'FK_budget_movement_actor' })
  @Column({ type: 'uuid', nullable: true })
  actorId!: string | null;

  /** What is said of it: where the money went, which version of a plan. */
  @Column({ type: 'text', nullable: true })
  note!: string | null;

  /** By what its source knows it, as that writes it. */
  @Column({ type: 'text', nullable: true })
  reference!: string | null;

  /** The same however it is spelt: what is told twice counts once. */
  @Column({ type: 'text', nullable: true })
  referenceKey!: string | null;
}
