import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody who is away now, with a stand-in who has accepted: part of what the directory says. */
@Entity('away')
@Index('away_person', ['personId'])
@Index('away_company', ['companyId'])
export class AwayEntity {
  @ForeignKey('AbsenceEntity', { name: 'FK_away_absence', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_away' })
  absenceId!: string;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'uuid' })
  standInId!: string;

  /** Keys of definitions; null = all. */
  @Column({ type: 'text', array: true, nullable: true })
  processes!: string[] | null;

  @Column({ type: 'timestamptz', precision: 3 })
  until!: Date;
}
