import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Caller } from '../../support/caller';
import type { Stack } from '../../support/stack';
import type { Books } from './books';
import type { Ledger } from './crowd';
import { wrongMoney } from './money';
import { STORM_CHILD, STORM_PROCESS } from './storm-process';

const REST_MS = 120_000;

const UNSETTLED = `SELECT (SELECT count(*) FROM command WHERE status IN ('open', 'done'))::int AS commands,
  (SELECT count(*) FROM outbox WHERE state IN ('waiting', 'claimed'))::int AS effects, (SELECT count(*) FROM outbox WHERE state = 'dead')::int AS dead`;
/** Children are submitted by the step that starts them, and not by a press. */
const MADE = `SELECT command_id AS id, t.request_id AS "requestId", t.n FROM transition t JOIN request r ON r.id = t.request_id
  WHERE (r.definition_key = $1 OR r.definition_key = $2 AND t.n > 1) AND t.actor_id IS NOT NULL`;
const REQUESTS = `SELECT id, status FROM request WHERE id = ANY ($1) OR definition_key = $2`;
const CHILDREN = `SELECT id FROM request WHERE definition_key = $1 AND status = 'running'`;

/** What is wrong after the storm; empty where nothing is. `reader`: sees every request of the drill. */
export async function aftermath(stack: Stack, { ledger, books }: { ledger: Ledger; books: Books }, reader: Caller): Promise<string[]> {
  const database = new Client({ connectionString: stack.databaseUrl });
  await database.connect();
  try {
    const rest = await restless(database);
    const { rows: made } = await database.query<Made>(MADE, [STORM_PROCESS.key, STORM_CHILD.key]);
    const { rows: children } = await database.query<{ id: string }>(CHILDREN, [STORM_CHILD.key]);
    const { rows: requests } = await database.query<{ id: string; status: string }>(REQUESTS, [ledger.drafts, STORM_PROCESS.key]);
    const open = requests.filter(({ status }) => status === 'running').map(({ id }) => id);
    return [
      ...rest,
      ...ledger.contradicted,
      ...lostOrMade(ledger, made),
      ...drafts(ledger, requests),
      ...(await unmovable(reader, [...open, ...children.map(({ id }) => id)])),
      ...(await wrongMoney(database, books)),
      ...(await journal(stack)),
    ];
  } finally {
    await database.end();
  }
}

interface Made {
  id: string;
  requestId: string;
  n: number;
}

/** Everything that was begun comes to its end by itself. */
async function restless(database: Client): Promise<string[]> {
  let left = { commands: -1, effects: -1, dead: 0 };
  for (const until = Date.now() + REST_MS; Date.now() < until; await pause(250)) {
    const { rows } = await database.query<typeof left>(UNSETTLED);
    left = rows[0] ?? left;
    if (left.commands + left.effects === 0) return left.dead === 0 ? [] : [`${left.dead} effects were given up`];
  }
  return [`${left.commands} commands and ${left.effects} effects did not come to rest`];
}

/** Each yes that somebody heard stands in the journal, no refused press does, and nothing does that nobody pressed. */
function lostOrMade({ pressed }: Ledger, made: readonly Made[]): string[] {
  const byId = new Map(made.map((one) => [one.id, one]));
  const known = new Set(pressed.map(({ id }) => id));
  const told = pressed.flatMap(({ id, outcome, n, command, requestId }) => {
    const one = byId.get(id);
    if (outcome === 'unanswered') return [`${command} ${id} never had an answer`];
    if (outcome === 'refused') return one ? [`${command} ${id} was refused and is transition ${one.n} of ${requestId}`] : [];
    if (!one) return [`${command} ${id} was acknowledged and is lost`];
    return one.requestId === requestId && (n === null || n === one.n) ? [] : [`${command} ${id} was acknowledged as ${n} and is ${one.n}`];
  });
  return [...told, ...made.filter(({ id }) => !known.has(id)).map(({ id, n }) => `transition ${n} of ${id} was pressed by nobody`)];
}

function drafts({ drafts: acknowledged }: Ledger, requests: readonly { id: string }[]): string[] {
  const [heard, kept] = [new Set(acknowledged), new Set(requests.map(({ id }) => id))];
  return [
    ...acknowledged.filter((id) => !kept.has(id)).map((id) => `draft ${id} was acknowledged and is lost`),
    ...[...kept].filter((id) => !heard.has(id)).map((id) => `draft ${id} was made and never acknowledged`),
  ];
}

/** A request is never where nobody can move it. */
async function unmovable(reader: Caller, open: readonly string[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const id of open) {
    const { status, body } = await reader.get<Movable>(`/requests/${id}`);
    if (status !== 200) wrong.push(`${id} cannot be read: ${status}`);
    else if (!isMovable(body)) wrong.push(`nobody can move ${id}`);
  }
  return wrong;
}

interface Movable {
  current: { people: unknown[] }[];
  blocked: { owners: unknown[] } | null;
  children: { awaited: boolean }[];
}

/** Somebody has it, looks after it, or works on what it waits for. */
function isMovable({ current, blocked, children }: Movable): boolean {
  return (blocked?.owners.length ?? 0) > 0 || current.some(({ people }) => people.length > 0) || children.some(({ awaited }) => awaited);
}

async function journal(stack: Stack): Promise<string[]> {
  return stack.cli('verify-journal').then(
    () => [],
    (error: Error) => [`the journal: ${error.message}`],
  );
}
