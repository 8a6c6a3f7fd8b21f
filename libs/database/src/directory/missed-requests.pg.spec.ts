import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { openDatabase, runMigrations } from '../data-source';
import { MissedRequestsRepository } from './missed-requests.repository';
import { dice, sampleRows } from './sample-rows.fixture';

describe('requests that could not be told of a change of their directory', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let missed: MissedRequestsRepository;
  const request = randomUUID();
  const cause = { change: 'person', subject: 'zhang-wei' } as never;

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 2 });
    const { companyId, people } = await sampleRows(dataSource, 4, dice(1));
    const definition = randomUUID();
    await dataSource.query(
      `INSERT INTO definition (id, company_id, key, version, status, hash, body, source) VALUES ($1, $2, 'note', 1, 'published', '', '{}', 'seed')`,
      [definition, companyId],
    );
    await dataSource.query(`INSERT INTO request (id, company_id, definition_id, requester_id) VALUES ($1, $2, $3, $4)`, [
      ...[request, companyId, definition, people[0]],
    ]);
    missed = new MissedRequestsRepository(dataSource);
  });
  beforeEach(() => dataSource.query('DELETE FROM directory_missed'));
  afterAll(async () => {
    await dataSource?.destroy();
    await database?.drop();
  });

  const comes = (): Promise<unknown> => dataSource.query(`UPDATE directory_missed SET next_at = clock_timestamp() - interval '1 second'`);
  const secondsToNext = async (): Promise<number> =>
    Number(
      (
        await dataSource.query<{ s: string }[]>(
          `SELECT extract(epoch FROM next_at - clock_timestamp()) AS s FROM directory_missed WHERE request_id = $1`,
          [request],
        )
      )[0]!.s,
    );

  it('are tried less and less often', async () => {
    await missed.miss(request, cause, new Error('silent'));
    expect(await missed.due(8)).toEqual([]);
    for (const [least, most] of [
      [25, 31],
      [55, 61],
      [115, 121],
    ] as const) {
      await comes();
      const [due] = await missed.due(8);
      await missed.missAgain(due!, new Error('silent'));
      expect(await secondsToNext()).toBeGreaterThan(least);
      expect(await secondsToNext()).toBeLessThan(most);
    }
  });

  it('are tried at once, and soon again, when their run has been begun anew', async () => {
    await missed.miss(request, cause, new Error('silent'));
    await dataSource.query('UPDATE directory_missed SET tries = 20');
    await comes();
    const [before] = await missed.due(8);
    await missed.anew(request);
    // The try that was under way when it was begun anew ends without an answer.
    await missed.missAgain(before!, new Error('silent'));
    const [after] = await missed.due(8);
    expect(after).toMatchObject({ requestId: request });
    await missed.missAgain(after!, new Error('slow'));
    expect(await secondsToNext()).toBeLessThan(61);
  });
});
