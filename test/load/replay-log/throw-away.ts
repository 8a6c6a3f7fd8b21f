import { randomBytes } from 'node:crypto';
import { startTestPostgres } from '../../support/postgres-server';
import { Parts } from '../../support/parts';
import { startStack } from '../../support/stack';
import { startTestTemporal } from '../../support/temporal-server';

/** Somewhere to replay: the address of a running product and a token of somebody who may import and issue tokens. */
export interface Place {
  url: string;
  token: string;
  stop(): Promise<void>;
}

/** A stack of this run alone, on real parts, without the demo company; its first administrator is made by the product's own link. */
export async function throwAwayPlace(say: (line: string) => void): Promise<Place> {
  const parts = new Parts();
  try {
    say('starting PostgreSQL and Temporal');
    const postgres = await parts.add(startTestPostgres({ durable: true }));
    const temporal = await parts.add(startTestTemporal());
    say('building what changed, starting api and worker');
    const servers = { databaseUrl: postgres.url, temporalAddress: temporal.address };
    const stack = await parts.add(besideTheReport(() => startStack({ demo: false, servers })));
    const token = await firstAdministrator(stack.url, await stack.cli('first-admin-link'));
    return { url: stack.url, token, stop: () => parts.stop() };
  } catch (error) {
    await parts.stop();
    throw error;
  }
}

/** The build tells its progress on standard output, which belongs to the report alone. */
async function besideTheReport<Result>(work: () => Promise<Result>): Promise<Result> {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
}

/** Spends the single-use link that the command line printed, and issues a token for the administrator that it made. */
export function firstAdministrator(url: string, printed: string): Promise<string> {
  return tokenByLink(url, printed, { login: 'replay-admin', name: 'Replay' });
}

/** Spends a single-use link for whoever it is for: sets a password that nobody keeps, and issues an access token. */
export async function tokenByLink(url: string, printed: string, body: { login?: string; name?: string }): Promise<string> {
  const link = /\/link\/([A-Za-z0-9_-]+)/.exec(printed)?.[1];
  if (!link) throw new Error(`Expected the command to print a link, but it printed: ${printed.slice(0, 300)}`);
  const password = randomBytes(18).toString('base64url');
  const session = await post(`${url}/api/v1/auth/links/${link}`, { ...body, password }, {});
  const cookie = session.cookies.map((value) => value.split(';')[0]).join('; ');
  const headers = { Cookie: cookie, 'X-CSRF-Token': String(session.body.csrfToken) };
  const issued = await post(
    `${url}/api/v1/tokens`,
    { name: 'replay of an event log', scopes: ['read', 'act', 'admin'], expiresInDays: 1 },
    headers,
  );
  return String(issued.body.token);
}

async function post(
  url: string,
  body: object,
  headers: Record<string, string>,
): Promise<{ body: Record<string, unknown>; cookies: string[] }> {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) };
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok)
    throw new Error(`Expected ${new URL(url).pathname} to succeed, but it answered ${response.status} ${text.slice(0, 300)}`);
  return { body: JSON.parse(text) as Record<string, unknown>, cookies: response.headers.getSetCookie() };
}
