import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { openDatabase, runMigrations } from '../data-source';
import { dice, sampleRows, type SampleRows } from '../directory/sample-rows.fixture';

describe('what decisions look up', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let sample: SampleRows;

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 2, statementTimeoutMs: 20_000 });
    sample = await sampleRows(dataSource, 20, dice(3));
  });

  afterAll(async () => {
    await dataSource?.destroy();
    await database?.drop();
  });

  const operators = async (): Promise<string[]> => {
    const lookups = { superiors: false, persons: [], nearRoles: [], companyRoles: [], matters: [] };
    const [row] = await dataSource.query<{ slice: { operators: string[] } }[]>(
      `SELECT directory_slice_1($1, current_date, '{}', '{}', $2) AS slice`,
      [sample.companyId, JSON.stringify(lookups)],
    );
    return row!.slice.operators;
  };

  it('names who takes the place of a post, while nobody active holds it and within its days', async () => {
    const [vacant, held] = sample.positions as [string, string];
    const [, person, gone, substitute] = sample.people as [string, string, string, string];
    await dataSource.query(`UPDATE person SET active = id <> $1 WHERE id = ANY ($2)`, [gone, [person, gone, substitute]]);
    const set = (id: string, holder: string | null, to: string | null, validTo: string | null = null): Promise<unknown> =>
      dataSource.query(
        `UPDATE position SET person_id = $2, role = 'chosen', valid_from = NULL, valid_to = $4, substitute_id = $5, substitute_from = '2026-03-01', substitute_to = $3 WHERE id = $1`,
        [id, holder, to, validTo, substitute],
      );
    await dataSource.query(`UPDATE position SET role = 'other' WHERE role = 'chosen'`);
    await set(vacant, null, '2026-03-05');
    const named = async (today: string): Promise<Record<string, object | null>> => {
      const lookups = { superiors: false, persons: [], nearRoles: [], companyRoles: ['chosen'], matters: [] };
      const [row] = await dataSource.query<
        { slice: { people: object; positions: { position: { id: string; substitute: object | null } }[] } }[]
      >(`SELECT directory_slice_1($1, $2, '{}', '{}', $3) AS slice`, [sample.companyId, today, JSON.stringify(lookups)]);
      expect(row!.slice.people).toHaveProperty([substitute]);
      return Object.fromEntries(row!.slice.positions.map(({ position: { id, substitute: found } }) => [id, found]));
    };
    const found = { person: substitute, until: '2026-03-05' };
    expect([(await named('2026-02-28'))[vacant], (await named('2026-03-01'))[vacant]]).toEqual([null, found]);
    expect([(await named('2026-03-04'))[vacant], (await named('2026-03-05'))[vacant]]).toEqual([found, null]);
    await set(held, person, '2026-03-05', '2026-03-03');
    expect([(await named('2026-03-02'))[held], (await named('2026-03-03'))[held]]).toEqual([null, found]);
    await set(held, gone, '2026-03-05');
    expect((await named('2026-03-02'))[held]).toEqual(found);
  });

  it('holds the line above everybody it finds, where superiors of those are asked', async () => {
    const found = async (more: object): Promise<string[]> => {
      const lookups = { superiors: false, persons: [], nearRoles: [], companyRoles: ['below'], matters: [], ...more };
      const [row] = await dataSource.query<{ slice: { positions: { position: { id: string } }[] } }[]>(
        `SELECT directory_slice_1($1, current_date, '{}', '{}', $2) AS slice`,
        [sample.companyId, JSON.stringify(lookups)],
      );
      return row!.slice.positions.map(({ position }) => position.id);
    };
    const [top, middle, low] = sample.positions.slice(-3) as [string, string, string];
    await dataSource.query(
      `UPDATE position SET person_id = NULL, substitute_id = NULL, substitute_from = NULL, substitute_to = NULL, superior_id = CASE id WHEN $1::uuid THEN $2::uuid WHEN $2::uuid THEN $3::uuid END WHERE id = ANY ($4)`,
      [...[low, middle, top], [low, middle, top]],
    );
    await dataSource.query(`UPDATE position SET role = 'below' WHERE id = $1`, [low]);
    expect(await found({})).toEqual([low]);
    expect((await found({ above: true })).sort()).toEqual([low, middle, top].sort());
    const [unit] = await dataSource.query<{ id: string; key: string }[]>('SELECT id, key FROM unit WHERE company_id = $1 LIMIT 1', [
      sample.companyId,
    ]);
    await dataSource.query('UPDATE position SET unit_id = $1 WHERE id = $2', [unit!.id, middle]);
    const named = await found({ superiors: true, companyRoles: [], units: [unit!.key] });
    expect(named).toEqual(expect.arrayContaining([middle, top]));
    expect(await found({ superiors: true, companyRoles: [], units: ['nowhere'] })).toEqual([]);
  });

  it('names the administrators as owners where nobody has the right to look after requests', async () => {
    const [one, other] = await dataSource.query<{ id: string }[]>(
      'SELECT id FROM person WHERE company_id = $1 AND active ORDER BY key LIMIT 2',
      [sample.companyId],
    );
    await dataSource.query('DELETE FROM person_right WHERE company_id = $1', [sample.companyId]);
    expect(await operators()).toEqual([]);
    const grant = (person: string, right: string): Promise<unknown> =>
      dataSource.query('INSERT INTO person_right (company_id, person_id, right_name) VALUES ($1, $2, $3)', [
        sample.companyId,
        person,
        right,
      ]);
    await grant(one!.id, 'directory.import');
    expect(await operators()).toEqual([one!.id]);
    await grant(other!.id, 'requests.operate');
    expect(await operators()).toEqual([other!.id]);
  });

  it('spells out each claimed value once, however many a young register holds', async () => {
    const definition = randomUUID();
    await dataSource.query(
      `INSERT INTO definition (id, company_id, key, version, status, hash, body, source) VALUES ($1, $2, 'x', 1, 'published', 'x', '{}', 'seed')`,
      [definition, sample.companyId],
    );
    const request = randomUUID();
    await dataSource.query(
      `INSERT INTO request (id, company_id, definition_id, requester_id, form, choices, number)
       SELECT $1, $2, $3, id, '{}', '{}', 'R-1' FROM person WHERE company_id = $2 LIMIT 1`,
      [request, sample.companyId, definition],
    );
    await dataSource.query(
      `INSERT INTO claimed_value (company_id, check_name, value, request_id) SELECT $1, 'invoice', md5(i::text), $2 FROM generate_series(1, 2000) AS i`,
      [sample.companyId, request],
    );
    // A form of 500 rows, each value eighteen times as long once it is spelt as it counts.
    const rows = Array.from({ length: 500 }, (_, index) => ({ invoice: `${index}${'ﷺ'.repeat(150)}` }));
    const values = { rows: [...rows, { invoice: 'C4CA4238A0B923820DCC509A6F75849B' }] };
    const [row] = await dataSource.query<{ held: object }[]>('SELECT held FROM claimed_elsewhere($1, $2, $3, $4) AS held', [
      sample.companyId,
      randomUUID(),
      JSON.stringify(values),
      JSON.stringify([{ check: 'invoice', field: 'rows.invoice' }]),
    ]);
    expect(row!.held).toEqual({ invoice: { c4ca4238a0b923820dcc509a6f75849b: 'R-1' } });
  });
});
