import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { openDatabase, runMigrations } from '../data-source';
import { ProcessCache } from '../processes/process-cache';
import { DirectoryParts } from './directory-parts';
import { DirectoryReviewRepository, type Review } from './directory-review.repository';
import { dice, sampleRows } from './sample-rows.fixture';

describe('the review of open requests after a change of the directory', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let reviews: DirectoryReviewRepository;

  beforeEach(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 2 });
    await sampleRows(dataSource, 10, dice(1));
    reviews = new DirectoryReviewRepository(dataSource, new ProcessCache(dataSource), new DirectoryParts());
  });

  afterEach(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const cursor = { status: 'running', at: '2026-01-01T00:00:00.000Z', id: '00000000-0000-0000-0000-000000000001' };
  const row = async (): Promise<{ version: string; cursor: object | null; leased: boolean; behind: boolean }> =>
    (
      await dataSource.query<{ version: string; cursor: object | null; leased: boolean; behind: boolean }[]>(
        `SELECT v.version, v.cursor, v.lease_until > clock_timestamp() AS leased, v.version <> c.directory_version AS behind
         FROM directory_review v JOIN company c ON c.id = v.company_id`,
      )
    )[0]!;
  const begun = async (): Promise<Review> => (await reviews.begin())!;
  const leaseIsOver = (): Promise<unknown> =>
    dataSource.query(`UPDATE directory_review SET lease_until = clock_timestamp() - interval '1 second'`);

  it('belongs to one worker at a time', async () => {
    const first = await begun();
    expect(await reviews.begin()).toBeNull();
    await leaseIsOver();
    expect((await begun()).lease).not.toBe(first.lease);
  });

  it('is not moved, ended, paused or left by a worker whose lease is over and that somebody else has taken up', async () => {
    const slow = await begun();
    await leaseIsOver();
    const quick = (await reviews.goOn(await begun(), cursor))!;
    const before = await row();
    expect(before).toMatchObject({ cursor, leased: true, behind: true });
    expect(await reviews.goOn(slow, { ...cursor, status: 'returned' })).toBeNull();
    await reviews.end(slow);
    await reviews.pause(slow);
    await reviews.leave(slow);
    expect(await row()).toEqual(before);
    await reviews.end(quick);
    expect(await row()).toMatchObject({ cursor: null, leased: null, behind: false });
  });

  it('goes on where it stood after a pause, and after a worker has left', async () => {
    await reviews.pause((await reviews.goOn(await begun(), cursor))!);
    expect(await reviews.begin()).toBeNull();
    await leaseIsOver();
    const again = await begun();
    expect(again.cursor).toEqual(cursor);
    await reviews.leave(again);
    expect((await begun()).cursor).toEqual(cursor);
  });
});
