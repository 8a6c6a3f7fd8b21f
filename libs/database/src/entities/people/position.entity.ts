import type { Bilingual, Grade } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A post: role, unit and the post it reports to. A post without a person is vacant and keeps its place in the reporting line. */
@Index('position_key', ['companyId', 'key'], { unique: true })
@Index('position_person', ['personId'])
@Index('position_role', ['companyId', 'role'])
@Index('position_substitute', ['substituteId'], { where: 'substitute_id IS NOT NULL' })
@Entity('position')
export class PositionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey('CompanyEntity')
  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'text' })
  key!: string;

  @ForeignKey('PersonEntity')
  @Column({ type: 'uuid', nullable: true })
  personId!: string | null;

  @Column({ type: 'text' })
  role!: string;

  @ForeignKey('UnitEntity')
  @Column({ type: 'uuid' })
  unitId!: string;

  @Column({ type: 'jsonb' })
  title!: Bilingual;

  @Column({ type: 'text' })
  grade!: Grade;

  @ForeignKey('PositionEntity', { deferrable: 'INITIALLY DEFERRED' })
  @Column({ type: 'uuid', nullable: true })
  superiorId!: string | null;

  /** Units (with their subtrees) that the post serves; empty = its own unit. */
  @Column({ type: 'uuid', array: true, default: () => "'{}'" })
  covers!: string[];

  @Column({ type: 'boolean', default: true })
  isPrimary!: boolean;

  @Column({ type: 'date', nullable: true })
  validFrom!: string | null;

  @Column({ type: 'date', nullable: true })
  validTo!: string | null;

  /** Who takes its place while nobody active holds it: from `substituteFrom` (null: at once) until the day of `substituteTo`, exclusive. */
  @ForeignKey('PersonEntity', { name: 'FK_position_substitute' })
  @Column({ type: 'uuid', nullable: true })
  substituteId!: string | null;

  @Column({ type: 'date', nullable: true })
  substituteFrom!: string | null;

  @Column({ type: 'date', nullable: true })
  substituteTo!: string | null;
}
