import type { Definition } from '@countersign/domain';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Steps of a definition that one of several people claims before anybody decides. */
export const CLAIM_STEPS = '$.flow.** ? (@.claim == true)';
/** Copies of a definition whose readers supervise the request. */
export const SUPERVISING_STEPS = '$.flow.** ? (@.supervise == true)';
/** Steps of a definition that pay. */
export const PAYING_STEPS = '$.flow.** ? (exists(@.pays))';

/** One version of a process as data. A published row never changes again; running requests keep theirs. `id` is what requests point to. */
@Index('definition_version', ['companyId', 'key', 'version'], { unique: true })
@Index('definition_in_use', ['companyId', 'key'], { unique: true, where: `status = 'published'` })
@Index('definition_hash', ['hash'])
@Index('definition_schedules', ['companyId', 'key'], { where: `status = 'published' AND body ? 'schedule'` })
@Index('definition_claims', ['companyId'], { where: `jsonb_path_exists(body, '${CLAIM_STEPS}')` })
@Index('definition_supervises', ['companyId'], { where: `jsonb_path_exists(body, '${SUPERVISING_STEPS}')` })
@Index('definition_pays', ['companyId'], { where: `jsonb_path_exists(body, '${PAYING_STEPS}')` })
@Entity('definition')
export class DefinitionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey('CompanyEntity')
  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'text' })
  status!: 'draft' | 'published' | 'retired';

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'jsonb' })
  body!: Definition;

  @ForeignKey('PersonEntity')
  @Column({ type: 'uuid', nullable: true })
  createdBy!: string | null;

  @ForeignKey('PersonEntity')
  @Column({ type: 'uuid', nullable: true })
  publishedBy!: string | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  publishedAt!: Date | null;

  @Column({ type: 'text' })
  /** Shipped with the product, shipped and offered under another number, or the company's own. */
  source!: 'seed' | 'offered' | 'import';
}
