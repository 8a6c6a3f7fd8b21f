import { servers } from './run-servers';

// eslint-disable-next-line import-law/no-default-export -- jest asks for one
export default async function stopPostgresOfTheRun(): Promise<void> {
  await servers.postgres?.stop();
  servers.postgres = undefined;
}
