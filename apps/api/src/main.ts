import 'reflect-metadata';
import { DefinitionChangedError } from '@countersign/database';
import { EnvError, ownUncaught, ProgramLog, readEnv, loggedError } from '@countersign/platform';
import { createApi } from './app';

async function main(): Promise<void> {
  const env = readEnv();
  const app = await createApi(env);
  ownUncaught(app.get(ProgramLog).lines);
  await app.listen(env.PORT, env.HOST);
}

main().catch((error: unknown) => {
  // What an operator can mend is said in one line; everything else with all that may be told.
  console.error(error instanceof EnvError || error instanceof DefinitionChangedError ? error.message : JSON.stringify(loggedError(error)));
  process.exit(1);
});
