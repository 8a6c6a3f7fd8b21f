import 'reflect-metadata';
import { EnvError, readEnv } from '@countersign/platform';
import { createApi } from './app';

async function main(): Promise<void> {
  const env = readEnv();
  const app = await createApi(env);
  await app.listen(env.PORT, env.HOST);
}

main().catch((error: unknown) => {
  console.error(error instanceof EnvError ? error.message : error);
  process.exit(1);
});
