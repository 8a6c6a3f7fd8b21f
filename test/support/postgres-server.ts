import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres } from '../../apps/local/src/postgres/postgres-server';

/** A PostgreSQL server of this run alone: real, without the promises to the disk, gone afterwards. */
export interface TestPostgres {
  /** Address of a database in which nothing was made. */
  readonly url: string;
  stop(): Promise<void>;
}

const root = path.resolve(__dirname, '..', '..');

/** Only for tests that kill no database: nothing waits for the disk. */
const HASTY = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=400'].flatMap((setting) => ['-c', setting]);

export async function startTestPostgres(options: { durable?: boolean } = {}): Promise<TestPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-pg-'));
  const server = await startPostgres({ root, folder: path.join(folder, 'postgres'), flags: options.durable ? [] : HASTY });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(server.folder, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
