import 'reflect-metadata';
import { DefinitionChangedError } from '@countersign/database';
import { EnvError, readEnv } from '@countersign/platform';
import { createApi } from './app';

async function main(): Promise<void> {
  const env = readEnv();
  const app = await createApi(env);
  await app.listen(env.PORT, env.HOST);
}

main().catch((error: unknown) => {
  // What an operator can mend is said in one line; everything else with all that is known.
  console.error(error instanceof EnvError || error instanceof DefinitionChangedError ? error.message : error);
  process.exit(1);
});
