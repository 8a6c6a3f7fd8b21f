import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A request that another one names in something submitted or decided; whether in a field for that, its form says. */
@Index('request_citation_cited', ['citedId'])
@Entity('request_citation')
export class RequestCitationEntity {
  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  requestId!: string;

  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  citedId!: string;

  @Column({ type: 'uuid' })
  companyId!: string;
}
