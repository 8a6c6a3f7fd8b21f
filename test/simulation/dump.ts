import type { World } from './world';

type Rows = Record<string, unknown[]>;

/** Everything that a database holds of some requests, and who is there. */
export interface Dump {
  readonly tables: Rows;
  readonly requests: readonly string[];
}

/** Tables that hold something of requests. */
async function tablesOf(world: World): Promise<string[]> {
  const rows = await world.query<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'request_id' AND t.table_type = 'BASE TABLE' ORDER BY 1`,
    [],
  );
  return rows.map(({ name }) => name);
}

/** A dump as of now. */
export async function dump(world: World, requests: readonly string[]): Promise<Dump> {
  const tables: Rows = {};
  for (const name of await tablesOf(world))
    tables[name] = await rowsOf(world, `SELECT to_jsonb(t)::text AS row FROM ${name} t WHERE request_id = ANY ($1::uuid[])`, requests);
  tables['request'] = await rowsOf(world, 'SELECT to_jsonb(t)::text AS row FROM request t WHERE id = ANY ($1::uuid[])', requests);
  tables['person'] = await rowsOf(world, 'SELECT to_jsonb(t)::text AS row FROM person t WHERE company_id = ANY ($1::uuid[])', [
    world.company,
  ]);
  return { tables, requests };
}

async function rowsOf(world: World, text: string, ids: readonly string[]): Promise<string[]> {
  return (await world.query<{ row: string }>(text, [ids])).map(({ row }) => row);
}

/** Puts the past back: of the requests that there are now nothing is left but what the dump has. */
export async function restore(world: World, { tables }: Dump, now: readonly string[]): Promise<void> {
  await world.alone(async (query) => {
    for (const name of Object.keys(tables)) {
      if (name === 'person') continue;
      await query(`DELETE FROM ${name} WHERE ${name === 'request' ? 'id' : 'request_id'} = ANY ($1::uuid[])`, [now]);
    }
    for (const [name, rows] of Object.entries(tables)) {
      if (name === 'person')
        await query(`UPDATE person SET active = (x->>'active')::boolean FROM unnest($1::jsonb[]) AS x WHERE person.id = (x->>'id')::uuid`, [
          rows,
        ]);
      else
        await query(
          `INSERT INTO ${name} OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(NULL::${name}, x)).* FROM unnest($1::jsonb[]) AS x`,
          [rows],
        );
    }
  });
}
