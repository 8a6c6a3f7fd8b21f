import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../test/support/database';
import { openDatabase, runMigrations } from './data-source';

describe('the migrations', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createDatabase();
    await Promise.all([runMigrations(database.url), runMigrations(database.url)]);
    dataSource = await openDatabase(database.url, { poolSize: 2 });
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('leave the schema builder nothing to do', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('run once when two programs start at the same time', async () => {
    const rows = await dataSource.query<{ count: string }[]>('SELECT count(*) FROM migrations GROUP BY name HAVING count(*) > 1');
    expect(rows).toEqual([]);
  });

  it('run down and up again', async () => {
    for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
    expect(await dataSource.runMigrations()).toHaveLength(dataSource.migrations.length);
  });
});
