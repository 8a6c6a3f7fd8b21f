import type { Bilingual, Calendar, Unit } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A node of the company tree. `path` lists ids from the root down to the unit itself. */
@Index('unit_key', ['companyId', 'key'], { unique: true })
@Entity('unit')
export class UnitEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey('CompanyEntity')
  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  kind!: Unit['kind'];

  @Column({ type: 'jsonb' })
  name!: Bilingual;

  @ForeignKey('UnitEntity')
  @Column({ type: 'uuid', nullable: true })
  parentId!: string | null;

  @Column({ type: 'uuid', array: true })
  path!: string[];

  /** What it says of its own time; null: that of the unit above. */
  @Column({ type: 'jsonb', nullable: true })
  calendar!: Calendar | null;
}
