import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import startPostgresOfTheRun from './postgres.setup';
import { servers } from './run-servers';
import { startTestTemporal } from './temporal-server';

// eslint-disable-next-line import-law/no-default-export -- jest asks for one
export default async function startServersOfTheRun(): Promise<void> {
  await startPostgresOfTheRun();
  servers.temporal ??= await startTestTemporal();
  process.env.TEST_TEMPORAL_ADDRESS = servers.temporal.address;
  process.env.TEST_KEPT_STACKS ??= mkdtempSync(path.join(tmpdir(), 'countersign-kept-'));
}
