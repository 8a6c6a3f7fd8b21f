import { DEMO_DIRECTORY } from '@countersign/definitions';
import type { FileReference } from '@countersign/domain';
import { Pool } from 'pg';
import { Api } from '../../load/replay-log/api';
import { People } from '../../load/replay-log/people';
import { TABLE_DEFINITIONS } from '../../conformance/golden/table-definitions';
import { everybody } from '../../e2e/world/everybody';
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

/** The demo company of a stack, ready to be played on. */
export async function openStage(stack: Stack, other: OtherSystem): Promise<Stage & { close(): Promise<void> }> {
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
  // Tables say themselves what the ledger holds.
  await pool.query('TRUNCATE budget_plan, budget_line, budget_movement');
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
    upload: async (person) => upload(stack.url, await people.token(person)),
    close: async () => {
      api.close();
      await Promise.all([pool.end(), all.stop()]);
    },
  };
}

async function upload(url: string, token: string): Promise<FileReference> {
  const body = new FormData();
  body.append('file', new Blob([new Uint8Array(PDF)], { type: 'application/pdf' }), 'invoice.pdf');
  const response = await fetch(`${url}/api/v1/files`, { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body });
  if (!response.ok) throw new Error(`Expected to upload a file, but the API answered ${response.status} ${await response.text()}`);
  const { id, name, size, type, sha256 } = (await response.json()) as FileReference;
  return { id, name, size, type, sha256 };
}
