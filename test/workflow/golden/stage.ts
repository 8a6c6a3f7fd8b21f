import { DEMO_DIRECTORY } from '@countersign/definitions';
import type { FileReference } from '@countersign/domain';
import { Pool } from 'pg';
import { Api } from '../../load/replay-log/api';
import { People } from '../../load/replay-log/people';
import { linesOf, type PlanRow } from '../../conformance/golden/ledger';
import { TABLE_DEFINITIONS } from '../../conformance/golden/table-definitions';
import { everybody, type Everybody } from '../../e2e/world/everybody';
import { administrator } from '../../support/administrator';
import { publish } from '../../support/publish';
import type { Stack } from '../../support/stack';
import type { OtherSystem } from '../engine/listener';
import type { Stage } from './workflow-player';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n2 0 obj<</Type/Page>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** Who may import the directory and issue tokens in the demo company. */
const ADMINISTRATOR = 'lu-ning';

async function publishTables(stack: Stack): Promise<void> {
  const admin = await administrator(stack);
  for (const definition of TABLE_DEFINITIONS) {
    await admin.post('/definitions', definition);
    const { status, body } = await publish(admin, definition);
    if (status !== 200)
      throw new Error(`Expected ${definition.key} to be published, but the API answered ${status} ${JSON.stringify(body)}`);
  }
}

const LAY = `
  WITH asked AS (SELECT gen_random_uuid() AS id, u.id AS unit, u.company_id, x.*
    FROM jsonb_to_recordset($1) AS x("unitId" text, category text, "from" date, "to" date, currency text, control text, planned text) JOIN unit u ON u.key = x."unitId"),
  plan AS (INSERT INTO budget_plan (id, company_id, key, title, version, effective_at)
    SELECT gen_random_uuid(), company_id, 'tables', '{}', 1, now() FROM asked GROUP BY company_id RETURNING id, company_id),
  made AS (INSERT INTO budget_line (id, company_id, plan_id, unit_id, category, from_day, to_day, currency, control)
    SELECT a.id, a.company_id, p.id, a.unit, coalesce(a.category, ''), a."from", a."to", a.currency, a.control FROM asked a JOIN plan p ON p.company_id = a.company_id)
  SELECT id AS line, planned, company_id AS company FROM asked`;

/** Tables say themselves what the ledger holds; no two speak of one line. */
async function lay(pool: Pool, plan: readonly PlanRow[]): Promise<void> {
  await pool.query('TRUNCATE budget_plan, budget_line, budget_movement');
  const { rows } = await pool.query<{ line: string; planned: string; company: string }>(LAY, [JSON.stringify(linesOf(plan))]);
  const movements = rows.map(({ line, planned }, place) => ({ line, planned, place, kind: 'plan' }));
  for (const company of new Set(rows.map((row) => row.company)))
    await pool.query('SELECT post_movements($1, $2, now(), NULL, NULL)', [JSON.stringify(movements), company]);
}

/** The demo company of a stack, ready to be played on; `plan`: what its ledger holds. */
export async function openStage(stack: Stack, other: OtherSystem, plan: readonly PlanRow[]): Promise<Stage & { close(): Promise<void> }> {
  await publishTables(stack);
  const all = await everybody(stack);
  const tokenOf = async (key: string): Promise<string> => {
    const body = { name: 'golden tables', scopes: ['read', 'act', 'admin'], expiresInDays: 1 };
    const issued = await (await all.person(key)).call<{ token: string }>('POST', '/tokens', { body });
    return issued.body.token;
  };
  const admin = await tokenOf(ADMINISTRATOR);
  const api = new Api(stack.url, 8);
  const people = await People.find(
    api,
    admin,
    DEMO_DIRECTORY.people.map((person) => person.key),
  );
  // Their own tokens: whoever tries what is not theirs is refused by the engine, not for want of a scope.
  const adopt = async (keys: readonly string[]): Promise<void> => {
    for (const key of keys) people.adopt(key, await tokenOf(key));
  };
  await adopt(DEMO_DIRECTORY.people.map(({ key }) => key));
  let release = other.holdBack();
  const pool = new Pool({ connectionString: stack.databaseUrl, max: 2 });
  await lay(pool, plan);
  return {
    api,
    admin,
    people,
    pool,
    adopt,
    ledger: {
      answer: (yes) => {
        other.answers.push(yes ? 200 : 422);
        release();
      },
      hold: () => {
        release = other.holdBack();
      },
    },
    approved: await approvedPurchase(all),
    upload: async (person) => upload(stack.url, await people.token(person)),
    close: async () => {
      api.close();
      await Promise.all([pool.end(), all.stop()]);
    },
  };
}

/** A request of the purchasing specialist, agreed to by everybody who has to, for forms that name one. */
async function approvedPurchase(all: Everybody): Promise<string> {
  const form = { purpose: '面料', items: [{ what: '面料', cost: { amount: '100.00', currency: 'CNY' } }] };
  const { id } = await (await all.person('xia-bing')).submit('table-purchase', form);
  for (const key of ['gao-yang', 'song-lan', 'zheng-guohua']) await (await all.person(key)).decide(id, 'approve');
  return id;
}

async function upload(url: string, token: string): Promise<FileReference> {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(PDF)], { type: 'application/pdf' }), 'invoice.pdf');
  const response = await fetch(`${url}/api/v1/files`, { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body });
  if (!response.ok) throw new Error(`Expected to upload a file, but the API answered ${response.status} ${await response.text()}`);
  const { id, name, size, type, sha256 } = (await response.json()) as FileReference;
  return { id, name, size, type, sha256 };
}
