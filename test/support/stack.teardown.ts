import { endKeptStacks } from './end-kept-stacks';
import stopPostgresOfTheRun from './postgres.teardown';
import { servers } from './run-servers';

// eslint-disable-next-line import-law/no-default-export -- jest asks for one
export default async function stopServersOfTheRun(): Promise<void> {
  try {
    await endKeptStacks(process.env.TEST_KEPT_STACKS ?? '');
  } finally {
    await servers.temporal?.stop();
    servers.temporal = undefined;
    await stopPostgresOfTheRun();
  }
}
