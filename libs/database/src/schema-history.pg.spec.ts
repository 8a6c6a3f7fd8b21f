import { Client } from 'pg';
import { createDatabase, type SuiteDatabase } from '../../../test/support/database';
import { runMigrations } from './data-source';
import { SchemaHistoryError } from './schema-history';

describe('a database that this program did not bring up', () => {
  let database: SuiteDatabase;
  let client: Client;

  beforeEach(async () => {
    database = await createDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
  });

  afterEach(async () => {
    await client.end();
    await database.drop();
  });

  const tables = async (): Promise<string[]> =>
    (await client.query<{ tablename: string }>(`SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)).rows.map(
      ({ tablename }) => tablename,
    );
  const refusal = async (): Promise<Error> =>
    runMigrations(database.url).then(
      () => new Error('it was taken'),
      (error: unknown) => error as Error,
    );

  it('is left alone where it is from before the first release, and its owner is told how to begin anew', async () => {
    await client.query(`CREATE TABLE migrations (id serial PRIMARY KEY, "timestamp" bigint NOT NULL, name varchar NOT NULL)`);
    await client.query(`INSERT INTO migrations ("timestamp", name) VALUES (1763800000001, 'People1763800000001')`);
    await client.query('CREATE TABLE company (id uuid PRIMARY KEY)');
    const error = await refusal();
    expect(error).toBeInstanceOf(SchemaHistoryError);
    expect(error.message).toMatch(
      /首次发布之前.*npm start -- --reset.*\n.*before the first release.*npm start -- --reset.*docker compose down -v/,
    );
    expect(await tables()).toEqual(['company', 'migrations']);
  });

  it('is left alone where a newer program has been there', async () => {
    await runMigrations(database.url);
    await client.query(`INSERT INTO migrations ("timestamp", name) VALUES (9999999999999, 'Later9999999999999')`);
    const error = await refusal();
    expect(error).toBeInstanceOf(SchemaHistoryError);
    expect(error.message).toMatch(/更新的版本.*Later9999999999999.*\n.*newer version \(Later9999999999999\)/);
  });

  it('is taken where it is empty, and where it is as this program left it', async () => {
    expect(await runMigrations(database.url)).not.toEqual([]);
    expect(await runMigrations(database.url)).toEqual([]);
  });
});
