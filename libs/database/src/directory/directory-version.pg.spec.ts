import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { openDatabase, runMigrations } from '../data-source';
import { dice, sampleRows } from './sample-rows.fixture';

const ROWS = {
  unit: `(id, company_id, key, kind, name, path) SELECT gen_random_uuid(), $1, 'new', 'store', '{}', '{}'`,
  person: `(id, company_id, key, name) SELECT gen_random_uuid(), $1, 'new', '{}'`,
  position: `(id, company_id, key, role, unit_id, title, grade) SELECT gen_random_uuid(), $1, 'new', 'clerk', min(id::text)::uuid, '{}', 'staff' FROM unit WHERE company_id = $1`,
  authority_grant: `(id, company_id, key, kind, matter) SELECT gen_random_uuid(), $1, 'new', 'decide', 'travel'`,
  person_right: `(person_id, right_name, company_id) SELECT min(id::text)::uuid, 'new', $1 FROM person WHERE company_id = $1`,
};

describe('the version of a directory', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let companies: string[];

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 2 });
    const samples = [await sampleRows(dataSource, 10, dice(1)), await sampleRows(dataSource, 10, dice(2))];
    companies = samples.map(({ companyId }) => companyId);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  /** Which of the two companies have another version after this statement. */
  async function bumped(sql: string, values: unknown[] = [], options: { kept?: boolean } = {}): Promise<boolean[]> {
    const runner = dataSource.createQueryRunner();
    const read = async (): Promise<number[]> => {
      const rows: { id: string; version: string }[] = await runner.query('SELECT id, directory_version AS version FROM company');
      return companies.map((company) => Number(rows.find(({ id }) => id === company)?.version));
    };
    await runner.startTransaction();
    const before = await read();
    await runner.query(sql, values);
    const after = await read();
    await (options.kept === false ? runner.rollbackTransaction() : runner.commitTransaction());
    await runner.release();
    return after.map((version, index) => version > before[index]!);
  }

  it('stays where people change nothing but their wishes, and rows say what they said', async () => {
    const [own] = companies;
    for (const set of [`language = 'en'`, `single_keys = NOT single_keys`, `email = 'somebody@example.com'`, `key = key`])
      expect(await bumped(`UPDATE person SET ${set} WHERE company_id = $1`, [own])).toEqual([false, false]);
    expect(await bumped(`UPDATE person SET language = 'zh', active = NOT active WHERE company_id = $1`, [own], { kept: false })).toEqual([
      true,
      false,
    ]);
  });

  describe.each(Object.entries(ROWS))('when rows of %s change', (table, row) => {
    const column = table === 'person_right' ? 'right_name' : 'key';

    it('is another one for their company, after each insert, update and delete', async () => {
      const [own] = companies;
      expect(await bumped(`INSERT INTO ${table} ${row}`, [own])).toEqual([true, false]);
      expect(await bumped(`UPDATE ${table} SET ${column} = 'newer' WHERE ${column} = 'new' AND company_id = $1`, [own])).toEqual([
        true,
        false,
      ]);
      expect(await bumped(`DELETE FROM ${table} WHERE ${column} = 'newer' AND company_id = $1`, [own])).toEqual([true, false]);
    });

    it('is another one for both companies where a row goes from one to the other', async () => {
      const [own, other] = companies;
      await bumped(`INSERT INTO ${table} ${row}`, [own]);
      expect(await bumped(`UPDATE ${table} SET company_id = $2 WHERE ${column} = 'new' AND company_id = $1`, [own, other])).toEqual([
        true,
        true,
      ]);
    });

    it('stays where a statement finds no row', async () => {
      expect(await bumped(`INSERT INTO ${table} SELECT * FROM ${table} WHERE false`)).toEqual([false, false]);
      expect(await bumped(`UPDATE ${table} SET ${column} = 'newer' WHERE false`)).toEqual([false, false]);
      expect(await bumped(`DELETE FROM ${table} WHERE false`)).toEqual([false, false]);
    });

    it('is another one for everybody where the table is emptied', async () => {
      expect(await bumped(`TRUNCATE ${table} CASCADE`, [], { kept: false })).toEqual([true, true]);
    });
  });

  it('is another one in another time zone, and the same under another name', async () => {
    const [own] = companies;
    expect(await bumped(`UPDATE company SET name = '{"zh":"x"}', time_zone = time_zone WHERE id = $1`, [own])).toEqual([false, false]);
    expect(await bumped(`UPDATE company SET time_zone = 'Asia/Tokyo' WHERE id = $1`, [own])).toEqual([true, false]);
  });
});
