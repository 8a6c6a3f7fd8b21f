import type { Bilingual, Command, CommandType, Derivation, Facts, FormValues, TransitionEvent, UsedToken } from '@countersign/domain';
import type { DiscussionSeal } from '../../journal/discussion';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What rows were made of besides command and facts: how people were found, the line of lists, the human number, and the token that sent it. */
export interface Derived {
  derivations: Record<string, Derivation>;
  rowTitle: Bilingual | null;
  /** Of the transition that gave the request its number. Absent in others, and in journals from before it was sealed. */
  number?: string;
  /** How far the discussion had come. Absent = nobody had said anything. */
  discussion?: DiscussionSeal;
  /** Of a form that was sent: who had saved it, where it was not its person. Absent = its person, or nothing was saved. */
  savedWith?: UsedToken;
  /** Absent = a person's own session, or nobody. */
  token?: UsedToken;
}

/** The journal: one numbered fact of a request, append-only. `chain` is the hash of the chain before it and of everything in this row. */
@Index('transition_command', ['commandId'], { unique: true })
@Index('transition_at', ['companyId', 'at', 'requestId', 'n'])
@Index('transition_part_paid', ['companyId', 'at', 'requestId', 'n'], { where: `type = 'pay-part'` })
@Entity('transition')
export class TransitionEntity {
  @ForeignKey('RequestEntity')
  @PrimaryColumn({ type: 'uuid' })
  requestId!: string;

  @PrimaryColumn({ type: 'integer' })
  n!: number;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'text' })
  commandId!: string;

  @Column({ type: 'text' })
  type!: CommandType;

  /** Null for the system. */
  @Column({ type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ type: 'timestamptz', precision: 3 })
  at!: Date;

  @Column({ type: 'jsonb' })
  command!: Command;

  @Column({ type: 'jsonb' })
  facts!: Facts;

  @Column({ type: 'jsonb' })
  events!: TransitionEvent[];

  @Column({ type: 'text', nullable: true })
  comment!: string | null;

  /** The decision's own fields in full. */
  @Column({ type: 'jsonb', nullable: true })
  fields!: FormValues | null;

  /** What stood in those fields before, null where nothing did: what an undo puts back. */
  @Column({ type: 'jsonb', nullable: true })
  overwritten!: FormValues | null;

  /** Null in journals from before it was kept. */
  @Column({ type: 'jsonb', nullable: true })
  derived!: Derived | null;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'text' })
  previousChain!: string;

  @Column({ type: 'text' })
  chain!: string;
}
