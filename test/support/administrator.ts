import { Client } from 'pg';
import { Caller } from './caller';
import type { Stack } from './stack';

/** The demo's administrator, who has no card on the sign-in page: signed in by a single-use link. */
export async function administrator(stack: Stack): Promise<Caller> {
  const link = (await keptLink(stack.databaseUrl)) ?? /\/link\/([\w-]+)/.exec(await stack.cli('reset-password', 'lu-ning'))?.[1] ?? '';
  const { body, headers } = await new Caller(stack.url).post<{ csrfToken: string }>(`/auth/links/${link}`, {
    password: 'a long enough password',
  });
  const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return new Caller(stack.url, '', { Cookie: cookie, 'X-CSRF-Token': body.csrfToken });
}

/** Keeps a link in the template of databases, for each of its copies: the command line takes two seconds to make one. */
export function keepLink(databaseUrl: string, printed: string): Promise<void> {
  return withDatabase(databaseUrl, async (client) => {
    await client.query('CREATE SCHEMA test_support');
    await client.query('CREATE TABLE test_support.administrator_link (link text)');
    await client.query('INSERT INTO test_support.administrator_link VALUES ($1)', [/\/link\/([\w-]+)/.exec(printed)?.[1]]);
  });
}

/** The kept link, once. */
function keptLink(databaseUrl: string): Promise<string | undefined> {
  return withDatabase(databaseUrl, async (client) => {
    const { rows: kept } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('test_support.administrator_link') IS NOT NULL AS there`,
    );
    if (!kept[0]?.there) return undefined;
    return (await client.query<{ link: string }>('DELETE FROM test_support.administrator_link RETURNING link')).rows[0]?.link;
  });
}

async function withDatabase<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
