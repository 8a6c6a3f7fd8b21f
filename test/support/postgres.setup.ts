import { startTestPostgres } from './postgres-server';
import { servers } from './run-servers';

// eslint-disable-next-line import-law/no-default-export -- jest asks for one
export default async function startPostgresOfTheRun(): Promise<void> {
  servers.postgres ??= await startTestPostgres();
  process.env.TEST_POSTGRES_URL = servers.postgres.url;
}
