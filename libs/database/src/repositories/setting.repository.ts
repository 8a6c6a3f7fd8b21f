import type { Json } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Facts about this installation. */
@Injectable()
export class SettingRepository {
  constructor(private readonly dataSource: DataSource) {}

  async get(key: string): Promise<Json | undefined> {
    const [row] = await this.dataSource.query<{ value: Json }[]>('SELECT value FROM setting WHERE key = $1', [key]);
    return row?.value;
  }

  async set(key: string, value: Json): Promise<void> {
    await this.dataSource.query('INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [
      key,
      JSON.stringify(value),
    ]);
  }

  async remove(key: string): Promise<void> {
    await this.dataSource.query('DELETE FROM setting WHERE key = $1', [key]);
  }
}
