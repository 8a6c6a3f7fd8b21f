import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Somebody who may read the request: requester, beneficiary, assignees past and present, people copied in. */
@Index('participant_person', ['personId'])
@Entity('participant')
export class ParticipantEntity {
  @ForeignKey('RequestEntity', { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'uuid' })
  requestId!: string;

  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @Column({ type: 'uuid' })
  companyId!: string;
}
