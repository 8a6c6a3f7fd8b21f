import { DataSource } from 'typeorm';
import { createApi } from '../../../apps/api/src/app';
import { SessionsService } from '../../../apps/api/src/auth/sessions.service';
import { readEnv } from '../../../libs/platform/src';
import { Caller } from '../../support/caller';
import { fillCompany } from '../../support/filled-company';
import { Parts } from '../../support/parts';
import { startTestPostgres } from '../../support/postgres-server';
import { LEASES, READERS, type Reader } from './people-rows';
import type { CompanySize } from './request-rows';

/** A company of that size behind its own API; Temporal is somewhere that does not answer, for lists ask it nothing. */
export interface ListsPlace {
  readonly database: DataSource;
  readonly callers: Record<Reader | 'auditor', Caller>;
  stop(): Promise<void>;
}

export async function openLists(size: CompanySize, say: (text: string) => void): Promise<ListsPlace> {
  const parts = new Parts();
  try {
    const postgres = await parts.add(startTestPostgres());
    await fillCompany(postgres.url, size, say);
    const env = { DATABASE_URL: postgres.url, TEMPORAL_ADDRESS: '127.0.0.1:9', LOG_LEVEL: 'silent', PUBLIC_URL: 'http://countersign.test' };
    const app = await createApi(readEnv(env));
    await parts.add({ stop: () => app.close() });
    await app.listen(0, '127.0.0.1');
    const database = app.get(DataSource);
    for (const statement of LEASES) await database.query(statement);
    return { database, callers: await signedIn(database, await app.getUrl()), stop: () => parts.stop() };
  } catch (error) {
    await parts.stop();
    throw error;
  }
}

async function signedIn(database: DataSource, url: string): Promise<ListsPlace['callers']> {
  const caller = async (key: string): Promise<Caller> => {
    const [person] = await database.query<{ id: string }[]>('SELECT id FROM person WHERE key = $1', [key]);
    if (!person) throw new Error(`Expected a person ${key}, but there is none`);
    const { token, actor } = await new SessionsService(database).open(person.id);
    return new Caller(url, person.id, { Cookie: `cs_session=${token}`, 'X-CSRF-Token': actor.csrf ?? '', 'Accept-Language': 'en' });
  };
  const [auditor] = await database.query<{ key: string }[]>(
    `SELECT p.key FROM person p JOIN person_right h ON h.person_id = p.id WHERE h.right_name = 'requests.read-all' LIMIT 1`,
  );
  if (!auditor) throw new Error('Expected somebody who may read every request, but there is nobody');
  // Whoever reads every request looks after stores and everything that goes on besides.
  await database.query(
    `INSERT INTO person_right (person_id, company_id, right_name) SELECT p.id, p.company_id, x FROM person p, unnest(ARRAY['requests.track', 'leases.manage']) x
      WHERE p.key = $1 ON CONFLICT DO NOTHING`,
    [auditor.key],
  );
  const [many, some, none] = [await caller(READERS.many), await caller(READERS.some), await caller(READERS.none)];
  return { many, some, none, auditor: await caller(auditor.key) };
}
