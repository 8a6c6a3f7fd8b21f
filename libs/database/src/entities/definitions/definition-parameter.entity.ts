import type { ParameterSetting } from '@countersign/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What the company has set for a parameter of a definition, in all its versions. */
@Entity('definition_parameter')
export class DefinitionParameterEntity {
  @ForeignKey('CompanyEntity')
  @PrimaryColumn({ type: 'uuid' })
  companyId!: string;

  /** Key of the definition. */
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Column({ type: 'jsonb' })
  value!: ParameterSetting;
}
