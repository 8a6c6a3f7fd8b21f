import type { Bilingual, FormValues, Outcome, ParentLink, RequestState, UsedToken } from '@countersign/domain';
import type { DiscussionSeal } from '../../journal/discussion';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** `running` while a step waits, `returned` while it is with its requester, `blocked` while nobody can move it; the outcome afterwards. */
export type RequestStatus = 'draft' | 'running' | 'returned' | 'blocked' | Outcome;

/** Why and since when workflow and journal disagree. */
export interface Diverged {
  reason: string;
  since: string;
}

/**
 * One running case. At n = 0 the row is the draft. `status` keeps the outcome after the request is closed; `closed_at` tells that nothing can follow any more.
 * No index holds what every decision changes: most decisions change the row in place.
 */
@Index('request_number', ['companyId', 'number'], { unique: true })
@Index('request_listed', ['companyId', 'listedAt', 'id'], { where: 'listed_at IS NOT NULL' })
@Index('request_by_status', ['companyId', 'status', 'listedAt', 'id'], { where: 'listed_at IS NOT NULL' })
@Index('request_by_definition', ['companyId', 'definitionKey', 'listedAt', 'id'], { where: 'listed_at IS NOT NULL' })
@Index('request_diverged', ['companyId'], { where: 'diverged IS NOT NULL' })
@Index('request_finished', { synchronize: false })
@Index('request_ended_process', { synchronize: false })
@Index('request_ended_unit', { synchronize: false })
@Index('request_ended_place', { synchronize: false })
@Index('request_drafts', ['requesterId', 'createdAt', 'id'], { where: 'listed_at IS NULL' })
@Index('request_children', ['parentId', 'createdAt', 'id'], { where: 'parent_id IS NOT NULL' })
@Index('request_descendants', ['rootId'], { where: 'root_id IS NOT NULL' })
@Index('request_definition', ['definitionId'])
@Index('request_of_requester', ['requesterId', 'definitionKey', 'submittedAt'], { where: 'listed_at IS NOT NULL' })
@Entity('request')
export class RequestEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @ForeignKey('CompanyEntity')
  @Column({ type: 'uuid' })
  companyId!: string;

  @ForeignKey('DefinitionEntity')
  @Column({ type: 'uuid' })
  definitionId!: string;

  /** Of a draft that has followed its process to a newer version: the one that its requester has seen last. */
  @Column({ type: 'uuid', nullable: true })
  begunWith!: string | null;

  @Column({ type: 'text', nullable: true })
  number!: string | null;

  @ForeignKey('PersonEntity')
  @Column({ type: 'uuid' })
  requesterId!: string;

  /** Of which unit its requester asks; null for a draft. */
  @Column({ type: 'uuid', nullable: true })
  unitId!: string | null;

  @Column({ type: 'text', default: 'draft' })
  status!: RequestStatus;

  @Column({ type: 'integer', default: 0 })
  n!: number;

  /** State hash after transition n; null at n = 0, where `begin` says it. */
  @Column({ type: 'text', nullable: true })
  hash!: string | null;

  @Column({ type: 'text', nullable: true })
  chainHash!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  state!: RequestState | null;

  @Column({ type: 'jsonb', default: {} })
  form!: FormValues;

  /** Of a draft: whom the requester picked for steps. */
  @Column({ type: 'jsonb', default: {} })
  choices!: Record<string, string>;

  /** Of a draft or a returned request: by which program, or in whose link's session, its form was saved last; null: by the person. */
  @Column({ type: 'jsonb', nullable: true })
  savedWith!: UsedToken | null;

  /** Of a returned request: the form as its requester is changing it. Counts while the round is the same; readers see `form`. */
  @Column({ type: 'jsonb', nullable: true })
  revision!: { round: number; form: FormValues; savedAt: string } | null;

  /** How far its discussion has come; null where there is none. */
  @Column({ type: 'jsonb', nullable: true })
  discussion!: DiscussionSeal | null;

  @Column({ type: 'jsonb', nullable: true })
  rowTitle!: Bilingual | null;

  @Column({ type: 'bigint', nullable: true })
  amountMinor!: string | null;

  /** The amount that lists may sort and filter by: null where a step hides it from its person. */
  @Column({ type: 'bigint', nullable: true })
  listedAmount!: string | null;

  /** Key of the definition, from the first transition on. */
  @Column({ type: 'text', nullable: true })
  definitionKey!: string | null;

  /** When the first transition happened: lists put the newest first. Null for a draft. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  listedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  currency!: string | null;

  @Column({ type: 'text', nullable: true })
  currentStep!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  dueAt!: Date | null;

  @Column({ type: 'integer', default: 0 })
  round!: number;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  submittedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  finishedAt!: Date | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  closedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  outcome!: Outcome | null;

  /** Set while the workflow and the journal disagree; such a request is never shown as live. */
  @Column({ type: 'jsonb', nullable: true })
  diverged!: Diverged | null;

  /** The request that started it. */
  @ForeignKey('RequestEntity', { name: 'request_parent' })
  @Column({ type: 'uuid', nullable: true })
  parentId!: string | null;

  /** The one at the top, where requests that were started have started others. */
  @Column({ type: 'uuid', nullable: true })
  rootId!: string | null;

  /** The same as its first submit says it. */
  @Column({ type: 'jsonb', nullable: true })
  parent!: ParentLink | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  updatedAt!: Date;

  /** Since when the form that was saved is being sent; forgotten after half a minute. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  sendingSince!: Date | null;
}
