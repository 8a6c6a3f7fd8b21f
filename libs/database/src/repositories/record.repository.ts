import { TAKING_BACK } from '@countersign/domain';
import { escapeLiteral, Pool, type PoolClient, type QueryResult } from 'pg';
import { DatabaseClient } from '../database-client';
import { neededFor, askingOf, timedPeople } from '../directory/directory-need';
import { momentOf, type DirectoryParts } from '../directory/directory-parts';
import type { RunStatement } from '../statements';
import type { RecordFound, RecordRead } from './request-head';
import type { RecordWrite } from './record-write';
import type { LookupQuery } from '../processes/lookup-query';

export interface RecordQuery {
  requestId: string;
  n: number;
  commandId: string | null;
  /** Id of the call of another system whose answer is told. */
  call?: string;
  /** Null where only the journal is read. */
  lookups: LookupQuery | null;
}

/** What is to be stored after a decision; null = nothing. */
export type ToStore = { kind: 'transition'; write: RecordWrite } | { kind: 'diverged'; reason: string } | { kind: 'agreed' } | null;

/**
 * The transaction of `record`: one trip begins, locks and reads, one writes and commits; between them one more where a part of the directory is
 * not at hand. A parameterised query cannot share a trip with BEGIN, so the argument travels as a quoted literal. A client whose trip failed is
 * destroyed: nobody knows what its transaction is doing.
 */
export class RecordRepository {
  private readonly pool: Pool;

  constructor(
    url: string,
    private readonly parts: DirectoryParts,
    options: { poolSize: number; transactionTimeoutMs: number },
  ) {
    this.pool = new Pool({
      Client: DatabaseClient,
      connectionString: url,
      max: options.poolSize,
      application_name: 'countersign-record',
      // Planning anew costs more than any of the statements in there.
      options: `-c transaction_timeout=${options.transactionTimeoutMs} -c standard_conforming_strings=on -c plan_cache_mode=force_generic_plan`,
      // A connection knows its plans: the first decision after a quiet hour should not make them anew.
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    // The pool replaces an idle client that loses its server, and says so here.
    this.pool.on('error', () => undefined);
  }

  /** Reads under locks, lets `decide` say what to store, stores it. Errors of the database come through unchanged. */
  async transact<T>(query: RecordQuery, decide: (read: RecordRead) => { store: ToStore; result: T }): Promise<T> {
    const client = await this.pool.connect();
    let failed = true;
    try {
      const found = await readTrip(client, query);
      const { store, result } = decide(await this.withDirectory(client, found, query.lookups));
      await client.query(storeTrip(query.requestId, store));
      failed = false;
      return result;
    } finally {
      client.release(failed);
    }
  }

  /** Asks inside the transaction, where it has to: under the same locks, and a little later than the facts. */
  private async withDirectory(client: PoolClient, found: RecordFound, lookups: LookupQuery | null): Promise<RecordRead> {
    const { request, command, facts } = found;
    if (!request || !facts || !lookups) return { ...found, facts: null };
    const ask: RunStatement = async (statement, values) => (await client.query({ ...statement, values: [...values] })).rows;
    // A timer has no actor and writes nothing; who is asked is needed where whoever is above them may be told.
    const around = neededFor(request, command ? askingOf(command.body) : { actorId: null, people: timedPeople(request) }, lookups);
    return { ...found, facts: { ...facts, directory: await this.parts.directory(ask, momentOf(request, facts), lookups, around) } };
  }

  /** Whether the database answers at all. */
  async probe(): Promise<boolean> {
    try {
      await this.pool.query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await this.pool.end();
  }
}

async function readTrip(client: PoolClient, query: RecordQuery): Promise<RecordFound> {
  const results = (await client.query(
    `BEGIN; SELECT record_read_1(${literal({ ...query, takingBack: TAKING_BACK })}) AS found`,
  )) as unknown as QueryResult<{
    found: RecordFound;
  }>[];
  const found = results[1]?.rows[0]?.found;
  if (!found) throw new Error('Expected record_read to answer, but it gave no row');
  return found;
}

function storeTrip(requestId: string, store: ToStore): string {
  const id = escapeLiteral(requestId);
  switch (store?.kind) {
    case undefined:
      return 'ROLLBACK';
    case 'transition':
      return `SELECT record_write_1(${literal(store.write)}); COMMIT`;
    case 'diverged':
      return `UPDATE request SET diverged = jsonb_build_object('reason', ${escapeLiteral(store.reason)}::text, 'since', iso_time(clock_timestamp())) WHERE id = ${id} AND diverged IS NULL; COMMIT`;
    case 'agreed':
      return `UPDATE request SET diverged = NULL WHERE id = ${id}; COMMIT`;
  }
}

/** What `escapeLiteral` does where backslashes mean nothing, without walking through kilobytes character by character. */
function literal(value: object): string {
  return `'${JSON.stringify(value).replaceAll("'", "''")}'`;
}
