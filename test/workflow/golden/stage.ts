import { DEMO_DIRECTORY } from '@countersign/definitions';
import type { FileReference } from '@countersign/domain';
import { Pool } from 'pg';
import { Api } from '../../load/replay-log/api';
import { People } from '../../load/replay-log/people';
import { tokenByLink } from '../../load/replay-log/throw-away';
import type { Stack } from '../../support/stack';
import type { Stage } from './workflow-player';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** Who may import the directory and issue tokens in the demo company. */
const ADMINISTRATOR = 'lu-ning';

/** People with rights that the administrator lacks. */
function aboveAdministrator(): string[] {
  const own = DEMO_DIRECTORY.people.find(({ key }) => key === ADMINISTRATOR)?.rights ?? [];
  return DEMO_DIRECTORY.people.filter(({ rights }) => rights.some((right) => !own.includes(right))).map(({ key }) => key);
}

/** The demo company of a stack, ready to be played on. */
export async function openStage(stack: Stack): Promise<Stage & { close(): Promise<void> }> {
  const admin = await tokenByLink(stack.url, await stack.cli('reset-password', ADMINISTRATOR), {});
  const api = new Api(stack.url, 8);
  const people = await People.find(
    api,
    admin,
    DEMO_DIRECTORY.people.map((person) => person.key),
  );
  const above = aboveAdministrator();
  const adopt = async (keys: readonly string[]): Promise<void> => {
    for (const key of keys.filter((each) => above.includes(each)))
      people.adopt(key, await tokenByLink(stack.url, await stack.cli('reset-password', key), {}));
  };
  await adopt(above);
  const pool = new Pool({ connectionString: stack.databaseUrl, max: 2 });
  return {
    api,
    admin,
    people,
    pool,
    adopt,
    upload: async (person) => upload(stack.url, await people.token(person)),
    close: async () => {
      api.close();
      await pool.end();
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
