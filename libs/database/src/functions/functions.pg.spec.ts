import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { openDatabase, runMigrations } from '../data-source';
import { functionNames, installFunctions } from '.';

describe('the functions of the database', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 2 });
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const installed = async (): Promise<Record<string, string>> => {
    // Extensions bring functions of their own.
    const rows = await dataSource.query<{ name: string; body: string }[]>(
      `SELECT proname AS name, pg_get_functiondef(p.oid) AS body FROM pg_proc p WHERE pronamespace = 'public'::regnamespace
         AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')`,
    );
    return Object.fromEntries(rows.map(({ name, body }) => [name, body]));
  };

  it('are those of the room, each once', async () => {
    expect(Object.keys(await installed()).toSorted()).toEqual(functionNames().toSorted());
  });

  it('have the bodies of the room, and get them back with the next start', async () => {
    const before = await installed();
    await dataSource.query(`CREATE OR REPLACE FUNCTION iso_time(p timestamptz) RETURNS text LANGUAGE sql STABLE AS $$ SELECT 'never' $$`);
    expect(await installed()).not.toEqual(before);
    expect(await runMigrations(database.url)).toEqual([]);
    expect(await installed()).toEqual(before);
  });

  it('are sound: PostgreSQL accepts every body against the tables of today', async () => {
    const runner = dataSource.createQueryRunner();
    try {
      await installFunctions(runner);
      const bodies = Object.values(await installed());
      for (const body of bodies) await runner.query(body);
    } finally {
      await runner.release();
    }
  });
});
