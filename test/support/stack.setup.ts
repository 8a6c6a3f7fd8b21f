import startPostgresOfTheRun from './postgres.setup';
import { servers } from './run-servers';
import { startTestTemporal } from './temporal-server';

// eslint-disable-next-line import-law/no-default-export -- jest asks for one
export default async function startServersOfTheRun(): Promise<void> {
  await startPostgresOfTheRun();
  servers.temporal ??= await startTestTemporal();
  process.env.TEST_TEMPORAL_ADDRESS = servers.temporal.address;
}
