import { SessionsService } from '../../../apps/api/src/auth/sessions.service';
import { openDatabase } from '../../../libs/database/src';
import { Caller } from '../../support/caller';
import type { Stack } from '../../support/stack';
import { DemoPerson } from './demo-person';

/** Everybody of the demo company at the API, those without a card on the sign-in page too, and where its units are. */
export interface Everybody {
  person(key: string): Promise<DemoPerson>;
  unit(key: string): Promise<string>;
  stop(): Promise<void>;
}

export async function everybody({ databaseUrl, url }: Pick<Stack, 'databaseUrl' | 'url'>): Promise<Everybody> {
  const database = await openDatabase(databaseUrl, { poolSize: 1 });
  const idOf = async (table: 'person' | 'unit', key: string): Promise<string> => {
    const [row] = await database.query<{ id: string }[]>(`SELECT id FROM ${table} WHERE key = $1`, [key]);
    if (!row) throw new Error(`Expected a ${table} ${key}, but there is none`);
    return row.id;
  };
  const person = async (key: string): Promise<DemoPerson> => {
    const id = await idOf('person', key);
    const { token, actor } = await new SessionsService(database).open(id);
    return DemoPerson.of(new Caller(url, id, { Cookie: `cs_session=${token}`, 'X-CSRF-Token': actor.csrf ?? '' }));
  };
  return { person, unit: (key) => idOf('unit', key), stop: () => database.destroy() };
}
