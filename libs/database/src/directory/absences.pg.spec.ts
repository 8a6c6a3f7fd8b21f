import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { openDatabase, runMigrations } from '../data-source';
import { ProcessCache } from '../processes/process-cache';
import { DirectoryParts } from './directory-parts';
import { DirectoryReviewRepository } from './directory-review.repository';
import { turnAbsences } from './turn-absences';
import { dice, sampleRows, type SampleRows } from './sample-rows.fixture';

interface Slice {
  people: Record<string, unknown>;
  positions: { position: { id: string; personId: string } }[];
  absences: { person: string; standIn: string; processes: string[] | null }[];
}

describe('absences', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let sample: SampleRows;
  let reviews: DirectoryReviewRepository;
  let people: string[];

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 2, statementTimeoutMs: 20_000 });
    sample = await sampleRows(dataSource, 20, dice(3));
    reviews = new DirectoryReviewRepository(dataSource, new ProcessCache(dataSource), new DirectoryParts());
    const rows = await dataSource.query<{ id: string }[]>(
      'SELECT p.id FROM person p WHERE company_id = $1 AND active AND EXISTS (SELECT 1 FROM position o WHERE o.person_id = p.id AND o.valid_from IS NULL AND o.valid_to IS NULL) ORDER BY key',
      [sample.companyId],
    );
    people = rows.map(({ id }) => id);
  });
  afterAll(async () => {
    await dataSource?.destroy();
    await database?.drop();
  });

  const plan = async (person: string, standIn: string, [from, to]: [string, string], state = 'accepted'): Promise<string> => {
    const id = randomUUID();
    await dataSource.query(
      `INSERT INTO absence (id, company_id, person_id, stand_in_id, processes, from_at, to_at, reason, state, entered_by)
       VALUES ($1, $2, $3, $4, '{expense}', clock_timestamp() + $5::interval, clock_timestamp() + $6::interval, 'trip', $7, $3)`,
      [id, sample.companyId, person, standIn, from, to, state],
    );
    return id;
  };
  const stateOf = async (id: string): Promise<string> =>
    (await dataSource.query<{ state: string }[]>('SELECT state FROM absence WHERE id = $1', [id]))[0]!.state;
  const version = (): Promise<number> => reviews.versionOf(dataSource.manager, sample.companyId);
  const around = async (person: string): Promise<Slice> => {
    const lookups = { superiors: false, persons: [], nearRoles: [], companyRoles: [], matters: [] };
    const [row] = await dataSource.query<{ slice: Slice }[]>(`SELECT directory_slice_1($1, current_date, $2, '{}', $3) AS slice`, [
      sample.companyId,
      [person],
      JSON.stringify(lookups),
    ]);
    return row!.slice;
  };

  it('begin when their time comes, end when it is over, and change the directory by that alone', async () => {
    const [one = '', other = ''] = people;
    const before = await version();
    const ids = [
      await plan(one, other, ['-1 minute', '1 hour']),
      await plan(people[2] ?? '', other, ['1 hour', '2 hours']),
      await plan(people[3] ?? '', other, ['-1 minute', '1 hour'], 'asked'),
    ];
    expect([await version(), (await around(one)).absences]).toEqual([before, []]);
    await turnAbsences(dataSource.manager);
    expect(await Promise.all(ids.map(stateOf))).toEqual(['running', 'accepted', 'asked']);
    expect(await version()).toBeGreaterThan(before);
    expect((await around(one)).absences).toMatchObject([{ person: one, standIn: other, processes: ['expense'] }]);

    const running = await version();
    await turnAbsences(dataSource.manager);
    expect(await version()).toBe(running);
    await dataSource.query(`UPDATE absence SET to_at = clock_timestamp() WHERE id = $1`, [ids[0]]);
    await turnAbsences(dataSource.manager);
    expect([await stateOf(ids[0]!), (await around(one)).absences]).toEqual(['over', []]);
    expect(await version()).toBeGreaterThan(running);
  });

  it('end by themselves where nobody has answered until their end, without the directory’s saying anything else', async () => {
    const ids = [
      await plan(people[4] ?? '', people[1] ?? '', ['-2 hours', '-1 minute'], 'asked'),
      await plan(people[5] ?? '', people[1] ?? '', ['-2 hours', '1 hour'], 'asked'),
    ];
    const before = await version();
    await turnAbsences(dataSource.manager);
    expect(await Promise.all(ids.map(stateOf))).toEqual(['lapsed', 'asked']);
    expect(await version()).toBe(before);
  });

  it('bring whoever stands in with their posts, and the line above whoever is away', async () => {
    const [absent] = await dataSource.query<{ id: string; above: string }[]>(
      `SELECT o.person_id AS id, s.person_id AS above FROM position o JOIN position s ON s.id = o.superior_id
        WHERE o.company_id = $1 AND o.person_id IS NOT NULL AND s.person_id IS NOT NULL AND s.person_id <> o.person_id AND s.valid_from IS NULL AND s.valid_to IS NULL LIMIT 1`,
      [sample.companyId],
    );
    const before = Object.keys((await around(absent!.id)).people);
    const standIn = people.find((id) => !before.includes(id)) ?? '';
    const held = (slice: Slice): string[] => slice.positions.map(({ position }) => position.personId);
    await plan(absent!.id, standIn, ['-1 minute', '1 hour']);
    await turnAbsences(dataSource.manager);
    const slice = await around(absent!.id);
    expect(Object.keys(slice.people)).toEqual(expect.arrayContaining([standIn, absent!.above]));
    expect(held(slice)).toEqual(expect.arrayContaining([standIn, absent!.above]));
  });
});
