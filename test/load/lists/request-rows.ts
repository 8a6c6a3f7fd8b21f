import type { Client } from 'pg';
import { PEOPLE } from './people-rows';

/** How many requests wait for somebody, and how many are finished: from those come the readers' other lists. */
export interface CompanySize {
  open: number;
  finished: number;
}

/** Words of requests: two signs each, so that any two make four. */
const WORDS =
  '差旅住宿餐饮交通办公耗材维修保洁广告陈列促销培训招聘租金水电物业快递印刷会议礼品样品检测设计装修灯具货架收银系统网络电话燃油停车过路保险体检工服劳保绿植饮水采购调研外包咨询审计法务';
const WORD = (seed: string): string => `substr('${WORDS}', 1 + 2 * ((${seed}) % ${WORDS.length / 2})::int, 2)`;

/** Tables that are filled, without their indexes and checks: those are made at the end, as a restore makes them. */
const TABLES = ['request', 'task', 'participant', 'standing', 'copy', 'request_text'];

/**
 * One row for each request that is to be: who asks, who decides, for how much. Open ones (`at` from 1) wait for somebody, of which 10,000 wait for one reader
 * and 500 for another; finished ones (`at` below 1) fill what those two have done, asked for and got copies of.
 */
const plan = ({ open, finished }: CompanySize): string => `
  CREATE UNLOGGED TABLE plan AS
  SELECT at, gen_random_uuid() AS id, gen_random_uuid() AS open_task, gen_random_uuid() AS done_task, h % 8 AS definition,
    CASE WHEN at > 0 THEN 4 + h % ${PEOPLE - 4} WHEN at % 4 = 0 THEN 1 WHEN at % 80 = -1 THEN 2 ELSE 4 + h % ${PEOPLE - 4} END AS requester,
    CASE WHEN at < 1 THEN NULL WHEN at <= 10000 THEN 1 WHEN at <= 10500 THEN 2 ELSE 4 + h / 7 % ${PEOPLE - 4} END AS assignee,
    CASE WHEN at < 1 AND at % 4 = -1 THEN 1 WHEN at < 1 AND at % 80 = -2 THEN 2 ELSE 4 + h / 11 % ${PEOPLE - 4} END AS decider,
    CASE WHEN at < 1 AND at % 4 = -3 THEN 1 WHEN at < 1 AND at % 80 = -6 THEN 2 END AS copied,
    now() - h % 31536000 * interval '1 second' AS listed_at,
    CASE WHEN h % 3 > 0 THEN date_trunc('hour', now()) + (h % 720 - 100) * interval '1 hour' END AS due_at,
    CASE WHEN h % 20 > 0 THEN h % 5000000 END AS amount, CASE WHEN h % 13 = 0 THEN 2 ELSE 1 END AS round, h % 9 = 0 AS over,
    CASE WHEN at > 0 THEN 'running' ELSE (ARRAY['approved', 'rejected', 'withdrawn'])[1 + h % 3] END AS status, h
  FROM (SELECT at, (hashint8(at)::bigint + 2147483648) AS h FROM generate_series(1 - ${finished}, ${open}) at) AS numbered`;

const REQUESTS = `
  INSERT INTO request (id, company_id, definition_id, definition_key, requester_id, unit_id, number, status, n, state, form, row_title, amount_minor, listed_amount, currency, current_step,
    due_at, round, submitted_at, listed_at, finished_at, closed_at, outcome, created_at, updated_at)
  SELECT p.id, d.company_id, d.id, d.key, r.id, r.unit, 'BX-2026-' || lpad((p.at + 100000)::text, 7, '0'), p.status, 2,
    jsonb_build_object('context', jsonb_build_object('requester', jsonb_build_object('id', r.id, 'unitId', r.unit), 'steps', '{}'::jsonb, 'kept', repeat(md5(p.at::text), 12))),
    jsonb_build_object('reason', repeat(md5(p.h::text), 6)), jsonb_build_object('zh', ${WORD('p.h')} || ${WORD('p.h / 64')} || ' · 第' || p.h % 400 || '分店', 'en', 'Expense ' || p.h % 997),
    p.amount, p.amount, 'CNY', 'superior-review', p.due_at, p.round, p.listed_at, p.listed_at, CASE WHEN p.at < 1 THEN p.listed_at END,
    CASE WHEN p.at < 1 THEN p.listed_at END, CASE WHEN p.at < 1 THEN p.status END, p.listed_at, p.listed_at
  FROM plan p JOIN bench_person r ON r.at = p.requester JOIN bench_definition d ON d.at = p.definition`;

const TASKS = `
  INSERT INTO task (id, company_id, request_id, step, kind, generation, seat, person_id, status, decision, opened_at, closed_at, due_at, derivation)
  SELECT p.open_task, a.company_id, p.id, 'superior-review', 'approve', 1, 0, a.id, 'open', NULL, p.listed_at + interval '1 hour', NULL, p.due_at,
    jsonb_build_object('plan', CASE WHEN p.over THEN 'over' ELSE 'in' END) FROM plan p JOIN bench_person a ON a.at = p.assignee
  UNION ALL
  SELECT p.done_task, a.company_id, p.id, 'finance-check', 'review', 1, 0, a.id, 'decided', 'approve', p.listed_at, p.listed_at + interval '30 minutes', NULL, NULL
    FROM plan p JOIN bench_person a ON a.at = p.decider`;

/** As `write_desks` would leave them; the place checks that it would. */
const DESKS = `
  INSERT INTO participant (request_id, person_id, company_id, definition_key, unit_id, listed_at, amount_order, resubmitted, over_plan, mine, under_way,
    todo_task, todo_since, todo_due, done_task, done_at, copied_at, status)
  SELECT p.id, who.id, who.company_id, d.key, r.unit, p.listed_at, -coalesce(p.amount, -1), p.round > 1, CASE WHEN p.at > 0 THEN p.over END,
    bool_or(x.role = 'requester'), bool_or(x.role = 'requester') AND p.at > 0,
    CASE WHEN bool_or(x.role = 'assignee') THEN p.open_task END, CASE WHEN bool_or(x.role = 'assignee') THEN p.listed_at + interval '1 hour' END,
    CASE WHEN bool_or(x.role = 'assignee') THEN coalesce(p.due_at, 'infinity') END,
    CASE WHEN bool_or(x.role = 'decider') THEN p.done_task END, CASE WHEN bool_or(x.role = 'decider') THEN p.listed_at + interval '30 minutes' END,
    CASE WHEN bool_or(x.role = 'copied') THEN p.listed_at END, p.status
  FROM plan p JOIN bench_definition d ON d.at = p.definition JOIN bench_person r ON r.at = p.requester
    CROSS JOIN LATERAL (VALUES ('requester', p.requester), ('assignee', p.assignee), ('decider', p.decider), ('copied', p.copied)) x(role, at)
    JOIN bench_person who ON who.at = x.at
  GROUP BY p.id, who.id, who.company_id, d.key, r.unit, p.listed_at, p.amount, p.round, p.at, p.over, p.open_task, p.due_at, p.done_task, p.status`;

/** As `write_standing` would leave it; the place checks that it would. */
const STANDING = `
  INSERT INTO standing (request_id, step, company_id, definition_id, definition_key, unit_id, amount_order, kind, since, due, foremost)
  SELECT p.id, 'superior-review', d.company_id, d.id, d.key, r.unit, -coalesce(p.amount, -1), 'waiting', p.listed_at + interval '1 hour', coalesce(p.due_at, 'infinity'), true
  FROM plan p JOIN bench_definition d ON d.at = p.definition JOIN bench_person r ON r.at = p.requester WHERE p.at > 0`;

const COPIES = `INSERT INTO copy (request_id, person_id, step, company_id, at, read_at)
  SELECT p.id, a.id, 'tell', a.company_id, p.listed_at, CASE WHEN p.h % 5 > 0 THEN p.listed_at END FROM plan p JOIN bench_person a ON a.at = p.copied`;

const TEXTS = `INSERT INTO request_text (request_id, company_id, requester_id, names, text)
  SELECT p.id, r.company_id, r.id, lower(r.zh || E'\\n' || r.en), concat_ws(E'\\n', 'bx-2026-' || lpad((p.at + 100000)::text, 7, '0'),
    ${WORD('p.h')} || ${WORD('p.h / 64')} || '·第' || p.h % 400 || '分店', 'expense' || p.h % 997, '费用报销', ${WORD('p.h / 5')} || ${WORD('p.h / 320')}, 'fp-' || p.h % 10000000,
    (p.amount / 100)::text || '.' || lpad((p.amount % 100)::text, 2, '0'), p.listed_at::date::text)
  FROM plan p JOIN bench_person r ON r.at = p.requester`;

/** Renewals and exits are of leases, and as many as those (`LEASES`). */
const LOOKUPS = [
  `CREATE UNLOGGED TABLE bench_person AS SELECT substr(p.key, 7)::int AS at, p.id, p.company_id, p.name->>'zh' AS zh, p.name->>'en' AS en, o.unit_id AS unit
     FROM person p JOIN position o ON o.person_id = p.id WHERE p.key LIKE 'bench-%'`,
  `CREATE UNLOGGED TABLE bench_definition AS SELECT (row_number() OVER (ORDER BY key)) - 1 AS at, d.* FROM definition d WHERE status = 'published' AND key NOT IN ('lease-renewal', 'mall-exit', 'store-opening') ORDER BY key LIMIT 8`,
];

interface Piece {
  name: string;
  statements: readonly string[];
}

/** Does the pieces, each connection the next one as soon as it is free: a processor each. */
async function together(clients: readonly Client[], pieces: readonly Piece[], say: (text: string) => void): Promise<void> {
  const left = [...pieces];
  const work = async (client: Client): Promise<void> => {
    for (let piece = left.shift(); piece; piece = left.shift()) {
      const started = performance.now();
      for (const statement of piece.statements) await client.query(statement);
      say(`  ${piece.name}: ${((performance.now() - started) / 1_000).toFixed(1)} s`);
    }
  };
  await Promise.all(clients.map(work));
}

/** Quickly instead of safely: nothing is looked up that the statements already know, and nothing waits for the disk. */
const HASTY = `SET session_replication_role = replica; SET synchronous_commit = off; SET work_mem = '256MB'; SET maintenance_work_mem = '512MB';
  SET max_parallel_maintenance_workers = 2`;

/** The index of search takes longest, so it begins first. */
const longestFirst = (left: Piece, right: Piece): number => Number(right.name.endsWith('_grams')) - Number(left.name.endsWith('_grams'));

/** An autovacuum that set out while the rows were written keeps their pages from being marked as visible to all, and plans from reading indexes alone. */
async function untilVisible(client: Client): Promise<void> {
  for (const until = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 500))) {
    const { rows } = await client.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relname = ANY ($1) AND relkind = 'r' AND relallvisible < relpages * 0.9`,
      [TABLES],
    );
    if (rows.length === 0) return;
    if (Date.now() > until)
      throw new Error(`Expected all pages to be visible to all, but not those of ${rows.map(({ name }) => name).join()}`);
    for (const { name } of rows) await client.query(`VACUUM ${name}`);
  }
}

/** Fills a company with requests. */
export async function addRequests(clients: readonly [Client, Client], size: CompanySize, say: (text: string) => void): Promise<void> {
  const [client] = clients;
  for (const each of clients) await each.query(HASTY);
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' AND tablename = ANY ($1)
       AND indexname NOT IN (SELECT conname FROM pg_constraint)`,
    [TABLES],
  );
  for (const { name } of indexes) await client.query(`DROP INDEX "${name}"`);
  await together([client], [{ name: 'plan', statements: [...LOOKUPS, plan(size), 'ANALYZE plan'] }], say);
  const rows = { request: REQUESTS, participant: DESKS, standing: STANDING, request_text: TEXTS, task: TASKS, copy: COPIES };
  const filled = Object.entries(rows).map(([name, statement]) => ({ name, statements: [statement] }));
  await together(clients, filled, say);
  const made = indexes.map(({ name, definition }) => ({ name, statements: [definition] })).toSorted(longestFirst);
  await together(clients, made, say);
  const vacuumed = TABLES.map((table) => ({ name: `vacuum ${table}`, statements: [`VACUUM (ANALYZE) ${table}`] }));
  await together(clients, vacuumed, say);
  await untilVisible(client);
  await together(
    [client],
    [
      {
        name: 'rest',
        statements: ['DROP TABLE plan, bench_person, bench_definition', 'ANALYZE unit, person, position, definition', 'CHECKPOINT'],
      },
    ],
    say,
  );
}
