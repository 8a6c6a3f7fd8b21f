import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { createApi } from '../../apps/api/src/app';
import { SessionsService } from '../../apps/api/src/auth/sessions.service';
import { seedDemo } from '../../apps/api/src/cli/seed-demo.command';
import { openDatabase, runMigrations } from '../../libs/database/src';
import { readEnv } from '../../libs/platform/src';
import { Caller } from './caller';
import { createDatabase } from './database';
import { demandOneConnection } from './one-connection';

/** The API in this process, on a database of its own with the demo company; Temporal is somewhere that does not answer. */
export interface ApiUnderTest {
  readonly url: string;
  readonly app: NestExpressApplication;
  readonly database: DataSource;
  /** A caller without a session. */
  readonly stranger: Caller;
  /** Signed in as the person of that key. */
  as(key: string): Promise<Caller>;
  stop(): Promise<void>;
}

const NOWHERE = '127.0.0.1:9';

async function prepare(url: string): Promise<void> {
  await runMigrations(url);
  const database = await openDatabase(url, { poolSize: 2 });
  await seedDemo(database);
  await database.destroy();
}

interface ApiOptions {
  temporalAddress?: string;
  env?: Record<string, string>;
  /** No company yet, as on the first day. */
  empty?: boolean;
}

export async function startApi(options: ApiOptions = {}): Promise<ApiUnderTest> {
  const bare = { name: 'template_empty', prepare: async (url: string) => void (await runMigrations(url)) };
  const place = await createDatabase(options.empty ? bare : { name: 'template_api', prepare });
  const env = readEnv({
    DATABASE_URL: place.url,
    TEMPORAL_ADDRESS: options.temporalAddress ?? NOWHERE,
    TEMPORAL_WAIT_MS: '500',
    DEMO_MODE: '1',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'http://countersign.test',
    ...options.env,
  });
  const app = await createApi(env);
  demandOneConnection(app.get(DataSource));
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const stop = async (): Promise<void> => {
    await app.close();
    await place.drop();
  };
  return { url, app, database: app.get(DataSource), stranger: new Caller(url), as: (key) => signIn(url, app.get(DataSource), key), stop };
}

async function signIn(url: string, database: DataSource, key: string): Promise<Caller> {
  const [person] = await database.query<{ id: string }[]>('SELECT id FROM person WHERE key = $1', [key]);
  if (!person) throw new Error(`Expected a demo person ${key}, but there is none`);
  // Not everybody has a card on the sign-in page, so the session is made as one click would make it.
  const { token, actor } = await new SessionsService(database).open(person.id);
  return new Caller(url, person.id, { Cookie: `cs_session=${token}`, 'X-CSRF-Token': actor.csrf ?? '', 'Accept-Language': 'en' });
}
