import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A right of operation that a person holds, such as `requests.operate`. */
@Index('person_right_name', ['companyId', 'rightName'])
@Entity('person_right')
export class PersonRightEntity {
  @ForeignKey('PersonEntity')
  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ type: 'text' })
  rightName!: string;

  @ForeignKey('CompanyEntity')
  @Column({ type: 'uuid' })
  companyId!: string;
}
