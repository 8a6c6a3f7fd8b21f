import { CommandRepository, DirectoryParts, ProcessCache, RecordRepository, openDatabase } from '@countersign/database';
import { Metrics, ProgramLog } from '@countersign/platform';
import pino from 'pino';
import { RecordActivity } from '../../../apps/worker/src/activities/record.activity';
import { RecordFailures } from '../../../apps/worker/src/activities/record-failures';
import { OutboxBell } from '../../../apps/worker/src/outbox/outbox-bell';
import type { ChainPeople } from './chain-place';
import type { HttpLoad } from './http-load';
import { RecordLoad, type Standing } from './record-load';

export interface RecordPlace {
  decide(slot: number): Promise<boolean>;
  /** Submits requests through the product, for `record` to decide on afterwards. */
  prepare(count: number): Promise<void>;
  /** Tells the sweeper that nothing is left to send: these decisions have no workflow that waits for them. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

const STANDING = `SELECT r.id AS "requestId", r.company_id AS "companyId", r.n, r.hash, r.state#>>'{context,formDigest}' AS shown, 0 AS decided,
  json_build_object('key', d.key, 'version', d.version, 'hash', d.hash) AS definition
  FROM request r JOIN definition d ON d.id = r.definition_id WHERE r.id = ANY ($1)`;

/** The worker's own activity object on the bench's database, called directly. */
export async function openRecordLoad(databaseUrl: string, people: ChainPeople, load: HttpLoad): Promise<RecordPlace> {
  const dataSource = await openDatabase(databaseUrl);
  const records = new RecordRepository(databaseUrl, new DirectoryParts(), { poolSize: 16, transactionTimeoutMs: 8_000 });
  const activity = new RecordActivity(
    records,
    new ProcessCache(dataSource),
    new RecordFailures(),
    new OutboxBell(),
    new Metrics('bench'),
    new ProgramLog(pino({ level: 'silent' })),
  );
  const ready: Standing[] = [];
  const recordLoad = new RecordLoad(activity, new CommandRepository(dataSource), people, ready);
  return {
    decide: (slot) => recordLoad.decide(slot),
    prepare: async (count) => {
      load.forgetReady();
      await load.prepare(count);
      ready.push(...(await dataSource.query<Standing[]>(STANDING, [load.takeReady()])));
    },
    settle: async () => {
      await dataSource.query(`UPDATE command SET status = 'confirmed' WHERE status = 'done'`);
    },
    close: async () => {
      await records.close();
      await dataSource.destroy();
    },
  };
}
