import type { FormValues } from '@countersign/domain';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The form as it was submitted in a round: what “changed since the last round” compares. */
@Entity('request_round')
export class RequestRoundEntity {
  @ForeignKey('RequestEntity')
  @PrimaryColumn({ type: 'uuid' })
  requestId!: string;

  @PrimaryColumn({ type: 'integer' })
  round!: number;

  @Column({ type: 'uuid' })
  companyId!: string;

  @Column({ type: 'jsonb' })
  form!: FormValues;

  @Column({ type: 'timestamptz', precision: 3 })
  submittedAt!: Date;
}
