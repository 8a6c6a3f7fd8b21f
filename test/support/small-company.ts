import { definitionHash, uuidv5, type Definition } from '@countersign/domain';
import type { DataSource } from 'typeorm';

/** Who and what it has; `people` are called `person-1` and so on. */
export interface SmallCompany {
  readonly id: string;
  readonly people: readonly string[];
  readonly definitions: readonly { readonly id: string; readonly body: Definition }[];
}

/** One shop with a post for each of its people, and processes in use: what a decision needs, and no more. */
export async function insertSmallCompany(database: DataSource, { id, people, definitions }: SmallCompany): Promise<void> {
  const unit = uuidv5('shop', id);
  await database.query(`INSERT INTO company VALUES ($1::uuid, $1::text, '{}', 'Asia/Shanghai', 'CNY')`, [id]);
  await database.query(
    `INSERT INTO unit (id, company_id, key, kind, name, path) VALUES ($1::uuid, $2, 'shop', 'store', '{}', ARRAY[$1::uuid])`,
    [unit, id],
  );
  await database.query(
    `INSERT INTO person (id, company_id, key, name, language, active)
     SELECT id, $2, 'person-' || n, '{"zh":"某人","en":"Somebody"}', 'zh', true FROM unnest($1::uuid[]) WITH ORDINALITY AS x(id, n)`,
    [people, id],
  );
  await database.query(
    `INSERT INTO position (id, company_id, key, person_id, role, unit_id, title, grade)
     SELECT gen_random_uuid(), $2, 'post-' || n, id, 'clerk', $3, '{}', 'staff' FROM unnest($1::uuid[]) WITH ORDINALITY AS x(id, n)`,
    [people, id, unit],
  );
  for (const { id: definition, body } of definitions)
    await database.query(
      `INSERT INTO definition (id, company_id, key, version, status, hash, body, source) VALUES ($1, $2, $3, $4, 'published', $5, $6, 'seed')`,
      [definition, id, body.key, body.version, definitionHash(body), body],
    );
}
