import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Open tasks as a whole; inboxes have their own queries in the api. */
@Injectable()
export class TaskRepository {
  constructor(private readonly dataSource: DataSource) {}

  async open(): Promise<{ count: number; oldestSeconds: number }> {
    const [row] = await this.dataSource.query<{ count: number; oldestSeconds: number }[]>(
      `SELECT count(*)::int AS count, coalesce(extract(epoch FROM clock_timestamp() - min(opened_at)), 0)::float8 AS "oldestSeconds" FROM task WHERE status = 'open'`,
    );
    return row ?? { count: 0, oldestSeconds: 0 };
  }
}
