import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/**
 * A database of its own for one suite, copied from a template in some 20 ms; the template is made once per run by the first suite that asks.
 * `prepare` fills the template (migrations, say) and must be the same for all who use the same `name`.
 */
export interface SuiteDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const serverUrl = (): string => {
  const url = process.env.TEST_POSTGRES_URL;
  if (!url) throw new Error('Expected TEST_POSTGRES_URL from the global set-up, but this ring does not start PostgreSQL');
  return url;
};

const urlOf = (database: string): string => Object.assign(new URL(serverUrl()), { pathname: `/${database}` }).toString();

async function withServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function exists(client: Client, database: string): Promise<boolean> {
  return ((await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database])).rowCount ?? 0) > 0;
}

/** Makes the template under a lock of the server, so that parallel test processes make it once. */
async function ensureTemplate(client: Client, name: string, prepare: (url: string) => Promise<void>): Promise<void> {
  await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
  try {
    if (await exists(client, name)) return;
    const draft = `${name}_draft`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft}`);
    await prepare(urlOf(draft));
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
  } finally {
    await client.query('SELECT pg_advisory_unlock(hashtext($1))', [name]);
  }
}

/** An empty database, or a copy of the template `from.name`. */
export async function createDatabase(from?: { name: string; prepare: (url: string) => Promise<void> }): Promise<SuiteDatabase> {
  const database = `suite_${randomBytes(6).toString('hex')}`;
  await withServer(async (client) => {
    if (from) await ensureTemplate(client, from.name, from.prepare);
    await client.query(from ? `CREATE DATABASE ${database} TEMPLATE ${from.name} STRATEGY file_copy` : `CREATE DATABASE ${database}`);
  });
  return {
    url: urlOf(database),
    drop: () => withServer(async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`))),
  };
}
