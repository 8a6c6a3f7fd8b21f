import { definitionHash, type Definition } from '@countersign/domain';
import type { Client } from 'pg';

/** Whose lists are measured, by their key. */
export const READERS = { many: 'bench-1', some: 'bench-2', none: 'bench-3' } as const;
export type Reader = keyof typeof READERS;

export const PEOPLE = 5_000;
const STORES = 400;

/** Units, people with a post each, and a few processes beside those that ship. Numbers of rows, not their content, are the point. */
export async function addCompany(client: Client): Promise<void> {
  await client.query(`
    INSERT INTO unit (id, company_id, key, kind, name, parent_id, path)
      SELECT s.id, top.company_id, 'bench-store-' || n, 'store', jsonb_build_object('zh', '第' || n || '分店', 'en', 'Branch ' || n), top.id, top.path || s.id
      FROM (SELECT * FROM unit WHERE parent_id IS NULL LIMIT 1) top, (SELECT n, gen_random_uuid() AS id FROM generate_series(1, ${STORES}) n) s`);
  await client.query(`
    INSERT INTO person (id, company_id, key, name)
      SELECT gen_random_uuid(), c.id, 'bench-' || at, jsonb_build_object('zh', substr('王李张刘陈杨赵黄周吴', 1 + at % 10, 1) || substr('伟芳娜敏静丽强磊军洋艳勇杰涛明超霞平刚桂', 1 + at / 10 % 20, 1)
        || substr('华国春秋文武新志海山', 1 + at / 200 % 10, 1), 'en', 'Person ' || at) FROM company c, generate_series(1, ${PEOPLE}) at`);
  await client.query(`
    INSERT INTO position (id, company_id, key, person_id, role, unit_id, title, grade, covers, is_primary)
      SELECT gen_random_uuid(), p.company_id, p.key, p.id, 'store-manager', u.id, '{"zh":"店长","en":"Manager"}', (SELECT grade FROM position LIMIT 1), '{}', true
      FROM person p JOIN unit u ON u.key = 'bench-store-' || (1 + substr(p.key, 7)::int % ${STORES}) WHERE p.key LIKE 'bench-%'`);
  await addProcesses(client);
}

/** Leases of each store: as many in a small and in a large company. */
const LEASES_OF_A_STORE = 20;
/** One place of a store each, the next to run out within days, the last in years. */
const TERMS = `
  INSERT INTO lease (id, company_id, unit_id, number, place, starts_on, expires_on, rent, commission, deposit, currency, imported)
    SELECT gen_random_uuid(), u.company_id, u.id, 'ZL-' || substr(u.key, 13) || '-' || at, 'B1-' || at, current_date - 700, current_date + at * 60 + substr(u.key, 13)::int % 60,
      3000000 + at, 18, 9000000, c.currency, true
    FROM unit u JOIN company c ON c.id = u.company_id, generate_series(1, ${LEASES_OF_A_STORE}) at WHERE u.key LIKE 'bench-store-%'`;
/** Each has been renewed twice; of twenty one is being renewed. */
const RENEWALS = `
  INSERT INTO request (id, company_id, definition_id, definition_key, requester_id, unit_id, number, status, n, state, form, current_step, round, submitted_at, listed_at, finished_at, closed_at, outcome)
    SELECT gen_random_uuid(), l.company_id, d.id, d.key, o.person_id, l.unit_id, 'ZX-' || l.number || '-' || x.time, x.status, 1,
      jsonb_build_object('context', jsonb_build_object('requester', jsonb_build_object('id', o.person_id, 'unitId', l.unit_id), 'steps', '{}'::jsonb)),
      jsonb_build_object('store', l.unit_id, 'mall', l.place, 'expiresOn', x.ends, 'proposal', 'renew', 'reason', repeat(md5(l.number), 6), 'newTerm', jsonb_build_object('from', x.ends + 1, 'to', x.ends + 1000)),
      CASE x.status WHEN 'running' THEN 'superior-review' END, 1, x.at, x.at, x.over, x.over, CASE x.status WHEN 'approved' THEN 'approved' END
    FROM lease l JOIN unit u ON u.id = l.unit_id AND u.key LIKE 'bench-store-%' JOIN definition d ON d.key = 'lease-renewal' CROSS JOIN LATERAL (SELECT person_id FROM position WHERE unit_id = l.unit_id LIMIT 1) o
      CROSS JOIN LATERAL (VALUES (1, 'approved', l.starts_on - 1001, now() - interval '1800 days', now() - interval '1790 days'),
        (2, 'approved', l.starts_on - 1, now() - interval '800 days', now() - interval '790 days'), (3, 'running', l.expires_on, now() - interval '9 days', NULL)) x(time, status, ends, at, over)
    WHERE x.status = 'approved' OR l.place = 'B1-3'`;
const RENEWED = `
  INSERT INTO standing (request_id, step, company_id, definition_id, definition_key, unit_id, amount_order, kind, since, due, foremost)
    SELECT id, current_step, company_id, definition_id, definition_key, unit_id, 1, 'waiting', listed_at, 'infinity', true
    FROM request WHERE definition_key = 'lease-renewal' AND status = 'running'`;
export const LEASES = [TERMS, RENEWALS, RENEWED, 'VACUUM (ANALYZE) lease', 'VACUUM (ANALYZE) request', 'VACUUM (ANALYZE) standing'];

/** Three more of each process that ships, with the hash that their content has: nothing else is kept in memory. */
async function addProcesses(client: Client): Promise<void> {
  const { rows } = await client.query<{ id: string; body: Definition }>(`SELECT id, body FROM definition WHERE status = 'published'`);
  for (const { id, body } of rows)
    for (const at of [1, 2, 3]) {
      const copy = { ...body, key: `${body.key}-${at}` };
      await client.query(
        `INSERT INTO definition (id, company_id, key, version, status, hash, body, source)
           SELECT gen_random_uuid(), company_id, $2, version, status, $3, $4, source FROM definition WHERE id = $1`,
        [id, copy.key, definitionHash(copy), JSON.stringify(copy)],
      );
    }
}
