import type { Json } from '@countersign/domain';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A fact about this installation: demo marker, journal stamp, restore gate. */
@Entity('setting')
export class SettingEntity {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'jsonb' })
  value!: Json;
}
