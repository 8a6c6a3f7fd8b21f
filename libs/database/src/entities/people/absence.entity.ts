import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Asked of the stand-in, accepted by them, begun, over; declined by them, never answered until it was over, or taken back before. */
export const ABSENCE_STATES = ['asked', 'accepted', 'running', 'over', 'declined', 'lapsed', 'cancelled'] as const;
export type AbsenceState = (typeof ABSENCE_STATES)[number];

export const ABSENCE_REASONS = ['trip', 'leave', 'sick', 'training', 'other'] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];

/** A time for which somebody is away, and who is to stand in for them. While it runs there is a row of `away`. */
@Entity('absence')
@Index('absence_person', ['personId', 'fromAt'])
@Index('absence_stand_in', ['standInId', 'fromAt'])
@Index('absence_due', ['state', 'fromAt'], { where: `state IN ('accepted', 'running')` })
@Index('absence_ending', ['toAt'], { where: `state IN ('asked', 'running')` })
export class AbsenceEntity {
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_absence' })
  id!: string;

  @ForeignKey('CompanyEntity', { name: 'FK_absence_company' })
  @Column({ type: 'uuid' })
  companyId!: string;

  @ForeignKey('PersonEntity', { name: 'FK_absence_person' })
  @Column({ type: 'uuid' })
  personId!: string;

  @ForeignKey('PersonEntity', { name: 'FK_absence_stand_in' })
  @Column({ type: 'uuid' })
  standInId!: string;

  /** Keys of definitions that are handed over; null = all. */
  @Column({ type: 'text', array: true, nullable: true })
  processes!: string[] | null;

  @Column({ type: 'timestamptz', precision: 3 })
  fromAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  toAt!: Date;

  @Column({ type: 'text' })
  reason!: AbsenceReason;

  @Column({ type: 'text' })
  state!: AbsenceState;

  /** Who has entered it: the person, or somebody who looks after the directory. */
  @ForeignKey('PersonEntity', { name: 'FK_absence_entered_by' })
  @Column({ type: 'uuid' })
  enteredBy!: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'clock_timestamp()' })
  enteredAt!: Date;

  /** When the stand-in has answered. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  answeredAt!: Date | null;
}
