import { createHash, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { createDatabase, type SuiteDatabase } from '../../../../test/support/database';
import { openDatabase, runMigrations } from '../data-source';
import { JournalRepository } from './journal.repository';

describe('files that a request cites', () => {
  let database: SuiteDatabase;
  let dataSource: DataSource;
  let journal: JournalRepository;
  const [company, person, definition] = [randomUUID(), randomUUID(), randomUUID()];

  beforeAll(async () => {
    database = await createDatabase();
    await runMigrations(database.url);
    dataSource = await openDatabase(database.url, { poolSize: 2 });
    journal = new JournalRepository(dataSource);
    await dataSource.query(`INSERT INTO company VALUES ($1, 'c', '{}', 'Asia/Shanghai', 'CNY')`, [company]);
    await dataSource.query(`INSERT INTO person (id, company_id, key, name) VALUES ($1, $2, 'p', '{}')`, [person, company]);
    await dataSource.query(
      `INSERT INTO definition (id, company_id, key, version, status, hash, body, source) VALUES ($1, $2, 'd', 1, 'published', '', '{}', 'seed')`,
      [definition, company],
    );
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const reference = async (bytes: string): Promise<{ id: string; sha256: string; name: string }> => {
    const [id, sha256] = [randomUUID(), createHash('sha256').update(bytes).digest('hex')];
    await dataSource.query(
      `INSERT INTO file (id, company_id, owner_id, name, type, size, sha256) VALUES ($1, $2, $3, 'a.pdf', 'application/pdf', 1, $4)`,
      [id, company, person, sha256],
    );
    await dataSource.query('INSERT INTO file_content (file_id, company_id, bytes) VALUES ($1, $2, $3)', [id, company, Buffer.from(bytes)]);
    return { id, sha256, name: 'a.pdf' };
  };

  /** A request that cites one file in its form, one in a row of an earlier round, and one that a step wrote. */
  async function citing(): Promise<{ id: string; files: { id: string }[] }> {
    const [id, files] = [randomUUID(), [await reference('one'), await reference('two'), await reference('three')]];
    const [form, row, written] = files;
    await dataSource.query(`INSERT INTO request (id, company_id, definition_id, requester_id, n, form) VALUES ($1, $2, $3, $4, 2, $5)`, [
      ...[id, company, definition, person],
      JSON.stringify({ proof: [form] }),
    ]);
    await dataSource.query('INSERT INTO request_round (request_id, round, company_id, form, submitted_at) VALUES ($1, 1, $2, $3, now())', [
      ...[id, company],
      JSON.stringify({ items: [{ invoice: [row] }] }),
    ]);
    await dataSource.query(
      `INSERT INTO transition (request_id, n, company_id, command_id, type, at, command, facts, events, fields, hash, previous_chain, chain)
       VALUES ($1, 2, $2, $3, 'approve', now(), '{}', '{}', '[]', $4, '', '', '')`,
      [id, company, randomUUID(), JSON.stringify({ slip: [written] })],
    );
    await dataSource.query('INSERT INTO request_file (request_id, file_id, company_id) SELECT $1, unnest($2::uuid[]), $3', [
      id,
      files.map((file) => file.id),
      company,
    ]);
    return { id, files };
  }

  it('are all there, as they were cited', async () => {
    expect(await journal.lostEvidence((await citing()).id)).toEqual([]);
  });

  it.each([
    ['changed', `UPDATE file_content SET bytes = bytes || '\\x00' WHERE file_id = $1`],
    ['changed', `UPDATE file SET sha256 = repeat('0', 64) WHERE id = $1`],
    ['missing', 'DELETE FROM file_content WHERE file_id = $1'],
    ['unheld', 'DELETE FROM request_file WHERE file_id = $1'],
  ])('are missed where they are %s: %s', async (what, change) => {
    for (const place of [0, 1, 2]) {
      const { id, files } = await citing();
      const file = files[place]!.id;
      await dataSource.query(change, [file]);
      expect(await journal.lostEvidence(id)).toEqual([{ file, what }]);
    }
  });

  it('are not taken for what they are when content and digest are exchanged together', async () => {
    const { id, files } = await citing();
    await dataSource.query(`UPDATE file_content SET bytes = 'evil' WHERE file_id = $1`, [files[0]!.id]);
    await dataSource.query(`UPDATE file SET sha256 = encode(sha256('evil'), 'hex') WHERE id = $1`, [files[0]!.id]);
    expect(await journal.lostEvidence(id)).toEqual([{ file: files[0]!.id, what: 'changed' }]);
  });
});
