import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What share of the decisions of a process the company wants on time, in all its versions. */
@Entity('process_target')
export class ProcessTargetEntity {
  @ForeignKey('CompanyEntity', { name: 'FK_process_target_company' })
  @PrimaryColumn({ type: 'uuid', primaryKeyConstraintName: 'PK_process_target' })
  companyId!: string;

  /** Key of the definition. */
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'PK_process_target' })
  definitionKey!: string;

  /** Percent of the decisions with a deadline, 1 to 100. */
  @Column({ type: 'smallint' })
  onTime!: number;
}
