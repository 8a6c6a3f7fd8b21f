import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { seedDemo } from '../../apps/api/src/cli/seed-demo.command';
import { openDatabase, runMigrations } from '../../libs/database/src';
import { addCompany } from '../load/lists/people-rows';
import { addRequests, type CompanySize } from '../load/lists/request-rows';
import { createDatabase } from './database';

/** A database of its own with the demo company, 5,000 more people and thousands of requests: enough for PostgreSQL to plan as it would at work. */
export interface FilledCompany {
  readonly database: DataSource;
  stop(): Promise<void>;
}

export async function openFilledCompany(size: CompanySize): Promise<FilledCompany> {
  const place = await createDatabase();
  await fillCompany(place.url, size);
  const database = await openDatabase(place.url, { poolSize: 2 });
  const stop = async (): Promise<void> => {
    await database.destroy();
    await place.drop();
  };
  return { database, stop };
}

/** Migrates an empty database and fills it. */
export async function fillCompany(url: string, size: CompanySize, say: (text: string) => void = () => undefined): Promise<void> {
  await runMigrations(url);
  const database = await openDatabase(url, { poolSize: 2 });
  await seedDemo(database);
  await database.destroy();
  const clients: [Client, Client] = [new Client({ connectionString: url }), new Client({ connectionString: url })];
  const [client] = clients;
  for (const each of clients) await each.connect();
  try {
    await addCompany(client);
    await addRequests(clients, size, say);
    await checkDesks(client);
  } finally {
    for (const each of clients) await each.end();
  }
}

/** The rows were written by the thousand; on a sample of them, what the product's own functions say is compared. */
async function checkDesks(client: Client): Promise<void> {
  const { rows: standing } = await client.query(`
    SELECT r.id FROM (SELECT id FROM request WHERE listed_at IS NOT NULL AND status = 'running' LIMIT 500) r
      CROSS JOIN LATERAL standing_of(r.id) d LEFT JOIN standing s ON s.request_id = r.id AND s.step = d.step
    WHERE to_jsonb(s) - 'company_id' - 'request_id' IS DISTINCT FROM to_jsonb(d)`);
  if (standing.length > 0) throw new Error('Expected requests to stand where the product says, but they do not');
  const { rows } = await client.query<{ differing: number; sampled: number }>(`
    SELECT count(*)::int AS sampled, count(*) FILTER (WHERE to_jsonb(p) - 'company_id' - 'request_id' <> to_jsonb(d))::int AS differing
    FROM (SELECT id FROM request WHERE listed_at IS NOT NULL LIMIT 500) r
      CROSS JOIN LATERAL desks_of(r.id, '{}') d JOIN participant p ON p.request_id = r.id AND p.person_id = d.person_id`);
  if (!rows[0] || rows[0].sampled === 0 || rows[0].differing > 0)
    throw new Error(`Expected the desks to be those of the product, but they are not: ${JSON.stringify(rows[0])}`);
}
