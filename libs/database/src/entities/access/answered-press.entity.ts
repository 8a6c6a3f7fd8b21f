import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What a person was answered under an `Idempotency-Key`, kept for a day. `status` null: still being done. */
@Index('answered_press_created', ['createdAt'])
@Entity('answered_press')
export class AnsweredPressEntity {
  @PrimaryColumn({ type: 'uuid' })
  personId!: string;

  @PrimaryColumn({ type: 'text' })
  keyHash!: string;

  /** Hash of method, address and body: the same press, or another. */
  @Column({ type: 'text' })
  pressHash!: string;

  @Column({ type: 'integer', nullable: true })
  status!: number | null;

  /** JSON text as it was answered. */
  @Column({ type: 'text', nullable: true })
  answer!: string | null;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  createdAt!: Date;
}
