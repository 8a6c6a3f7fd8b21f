import stopPostgresOfTheRun from './postgres.teardown';
import { servers } from './run-servers';

// eslint-disable-next-line import-law/no-default-export -- jest asks for one
export default async function stopServersOfTheRun(): Promise<void> {
  await servers.temporal?.stop();
  servers.temporal = undefined;
  await stopPostgresOfTheRun();
}
