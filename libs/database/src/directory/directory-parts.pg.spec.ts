import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { openDatabase, runMigrations } from '../data-source';
import type { LookupQuery } from '../processes/lookup-query';
import { run } from '../statements';
import type { DirectoryNeed } from './directory-need';
import type { RunStatement } from '../statements';
import { DirectoryParts, type DirectoryMoment } from './directory-parts';
import { mergedDirectory, type DirectoryPart } from './directory-part';
import { dice, ROLES, sampleRows, type SampleRows } from './sample-rows.fixture';

const NOTHING: LookupQuery = {
  ...{ superiors: false, personFields: [], unitFields: [], nearRoles: [], companyRoles: [], persons: [], matters: [], claims: [] },
};

describe('the directory in parts', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let sample: SampleRows;
  let foreign: SampleRows;
  let asked = 0;
  const roll = dice(7);
  const ask: RunStatement = (statement, values) => {
    asked += 1;
    return run(dataSource, statement, values);
  };

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 4 });
    sample = await sampleRows(dataSource, 60, roll);
    foreign = await sampleRows(dataSource, 10, roll);
  });

  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  beforeEach(() => {
    asked = 0;
  });

  async function version(companyId = sample.companyId): Promise<number> {
    const [row] = await dataSource.query<{ version: string }[]>('SELECT directory_version AS version FROM company WHERE id = $1', [
      companyId,
    ]);
    return Number(row?.version);
  }

  async function moment(today = '2026-03-01'): Promise<DirectoryMoment> {
    return { companyId: sample.companyId, version: await version(), now: `${today}T04:00:00.000Z`, today, timeZone: 'Asia/Shanghai' };
  }

  async function whole(
    at: DirectoryMoment,
    lookups: LookupQuery,
    { people, units }: DirectoryNeed,
  ): Promise<ReturnType<typeof mergedDirectory>> {
    const [row] = await dataSource.query<{ part: DirectoryPart }[]>('SELECT directory_slice_1($1, $2, $3, $4, $5) AS part', [
      at.companyId,
      at.today,
      people,
      units,
      JSON.stringify(lookups),
    ]);
    return mergedDirectory(row!.part, [], at);
  }

  const some = <T>(of: readonly T[], most: number): T[] => [...new Set(Array.from({ length: roll(most + 1) }, () => of[roll(of.length)]!))];

  async function someLookups(): Promise<LookupQuery> {
    const keys = await dataSource.query<{ key: string }[]>('SELECT key FROM person WHERE company_id = $1 ORDER BY key', [sample.companyId]);
    const persons = some(keys, 2).map(({ key }) => key);
    const roles = { nearRoles: some(ROLES, 2), companyRoles: some(ROLES, 1) };
    return { ...NOTHING, ...roles, superiors: roll(2) === 0, persons, matters: some(['travel', 'lease'], 2) };
  }

  it('are together what one slice around all of them is', async () => {
    const parts = new DirectoryParts();
    for (let round = 0; round < 60; round++) {
      const lookups = round === 0 ? NOTHING : await someLookups();
      const around = { people: some([...sample.people, ...foreign.people], 5), units: some([...sample.units, ...foreign.units], 3) };
      const at = await moment(['2026-02-28', '2026-03-01', '2026-03-02'][round % 3]);
      const expected = await whole(at, lookups, around);
      expect(await parts.directory(ask, at, lookups, around)).toEqual(expected);
      expect(await parts.directory(ask, at, lookups, around)).toEqual(expected);
    }
    expect(asked).toBe(60);
  });

  it('are of one company', async () => {
    const lookups = { ...NOTHING, superiors: true };
    const directory = await new DirectoryParts().directory(ask, await moment(), lookups, foreign);
    expect(Object.keys(directory.people).toSorted()).toEqual(directory.operators.toSorted());
    expect(directory).toMatchObject({ positions: [], units: {} });
  });

  it('are asked for once, whoever combines them anew', async () => {
    const parts = new DirectoryParts();
    const lookups = { ...NOTHING, superiors: true };
    const [a, b, c] = sample.people as [string, string, string];
    await parts.directory(ask, await moment(), lookups, { people: [a, b, c], units: [] });
    await parts.directory(ask, await moment(), lookups, { people: [c, a], units: [] });
    await parts.directory(ask, await moment(), { ...lookups, claims: [{ check: 'x', field: 'y' }] }, { people: [b], units: [] });
    expect(asked).toBe(1);
  });

  it('are asked for anew after a change, and on another day', async () => {
    const parts = new DirectoryParts();
    const [person] = sample.people as [string];
    const [id] = sample.positions as [string];
    const set = (column: string, value: string | null): Promise<unknown> =>
      dataSource.query(`UPDATE position SET ${column} = $2 WHERE id = $1`, [id, value]);
    const held = async (today?: string): Promise<string | null | undefined> => {
      const { positions } = await parts.directory(ask, await moment(today), NOTHING, { people: [person], units: [] });
      return positions.find((position) => position.id === id)?.personId;
    };
    await dataSource.query('UPDATE position SET person_id = $2, valid_from = NULL, valid_to = NULL WHERE id = $1', [id, person]);
    expect(await held()).toBe(person);
    await set('valid_to', '2026-03-05');
    expect([await held('2026-03-04'), await held('2026-03-05'), await held('2026-03-04')]).toEqual([person, '', person]);
    await set('person_id', null);
    expect(await held()).toBeUndefined();
  });

  it('are kept under the version that they were read at, not the one that was asked for', async () => {
    const parts = new DirectoryParts();
    const old = await moment();
    await dataSource.query('UPDATE person SET active = NOT active WHERE id = $1', [sample.people[0]]);
    const around = { people: [sample.people[0]!], units: [] };
    const fresh = await parts.directory(ask, old, NOTHING, around);
    expect(fresh).toEqual(await whole(old, NOTHING, around));
    await parts.directory(ask, await moment(), NOTHING, around);
    expect(asked).toBe(1);
  });
});
