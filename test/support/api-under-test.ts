import type { NestExpressApplication } from '@nestjs/platform-express';
import { DataSource } from 'typeorm';
import { createApi } from '../../apps/api/src/app';
import { SessionsService } from '../../apps/api/src/auth/sessions.service';
import { seedDemo } from '../../apps/api/src/cli/seed-demo.command';
import { openDatabase, runMigrations } from '../../libs/database/src';
import { readEnv } from '../../libs/platform/src';
import { createDatabase } from './database';

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

export interface Answer<T = Record<string, unknown>> {
  status: number;
  body: T;
  headers: Headers;
}

const NOWHERE = '127.0.0.1:9';

async function prepare(url: string): Promise<void> {
  await runMigrations(url);
  const database = await openDatabase(url, { poolSize: 2 });
  await seedDemo(database);
  await database.destroy();
}

export async function startApi(options: { temporalAddress?: string; env?: Record<string, string> } = {}): Promise<ApiUnderTest> {
  const place = await createDatabase({ name: 'template_api', prepare });
  const env = readEnv({
    DATABASE_URL: place.url,
    TEMPORAL_ADDRESS: options.temporalAddress ?? NOWHERE,
    DEMO_MODE: '1',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'http://countersign.test',
    ...options.env,
  });
  const app = await createApi(env);
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

/** Signed in by one click at a running product in demo mode. */
export async function demoCaller(url: string, name: string): Promise<Caller> {
  const nobody = new Caller(url);
  const { body: mode } = await nobody.get<{ people: { id: string; name: { zh: string } }[] }>('/auth/mode');
  const person = mode.people.find((each) => each.name.zh === name);
  if (!person) throw new Error(`Expected ${name} among the demo people, but they are not`);
  const { body, headers } = await nobody.post<{ csrfToken: string }>('/auth/demo', { personId: person.id });
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return new Caller(url, person.id, { Cookie: cookie, 'X-CSRF-Token': body.csrfToken, 'Accept-Language': 'en' });
}

/** Somebody who calls the API: by a session, by a bearer token, or as nobody. */
export class Caller {
  constructor(
    private readonly url: string,
    readonly personId: string = '',
    private readonly headers: Record<string, string> = {},
  ) {}

  /** The same caller with further headers. */
  with(headers: Record<string, string>): Caller {
    return new Caller(this.url, this.personId, { ...this.headers, ...headers });
  }

  get<T = Record<string, unknown>>(path: string): Promise<Answer<T>> {
    return this.send<T>('GET', path);
  }

  post<T = Record<string, unknown>>(path: string, body: unknown = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, body);
  }

  /** A press with a key of its own. */
  press<T = Record<string, unknown>>(path: string, body: unknown = {}, shown?: string): Promise<Answer<T>> {
    return this.with({ 'Idempotency-Key': crypto.randomUUID(), ...(shown ? { 'If-Match': `"${shown}"` } : {}) }).post<T>(path, body);
  }

  /** An answer that goes on, as it comes. */
  async open(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
    const { body } = await fetch(`${this.url}/api/v1${path}`, { headers: this.headers, signal });
    if (!body) throw new Error(`Expected a stream at ${path}, but the answer has no body`);
    return body as ReadableStream<Uint8Array>;
  }

  async send<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
    const form = body instanceof FormData;
    const response = await fetch(
      path.startsWith('/api') || /^\/(health|metrics)/.test(path) ? `${this.url}${path}` : `${this.url}/api/v1${path}`,
      {
        method,
        headers: { ...this.headers, ...(body === undefined || form ? {} : { 'Content-Type': 'application/json' }) },
        ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
      },
    );
    const text = await response.text();
    const json = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: (json ? JSON.parse(text) : text) as T, headers: response.headers };
  }
}
