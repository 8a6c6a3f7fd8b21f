import type { MigrationInterface, QueryRunner } from 'typeorm';

const FILTERED_BY = `"amount_order", "definition_key", "unit_id", "resubmitted", "over_plan"`;

const COLUMNS = [
  `ALTER TABLE "request" ADD "definition_key" text, ADD "listed_at" TIMESTAMP(3) WITH TIME ZONE, ADD "listed_amount" bigint`,
  `ALTER TABLE "participant" ADD "definition_key" text, ADD "unit_id" uuid, ADD "listed_at" TIMESTAMP(3) WITH TIME ZONE,
     ADD "amount_order" bigint NOT NULL DEFAULT '1', ADD "resubmitted" boolean NOT NULL DEFAULT false, ADD "over_plan" boolean,
     ADD "mine" boolean NOT NULL DEFAULT false, ADD "under_way" boolean NOT NULL DEFAULT false,
     ADD "todo_task" uuid, ADD "todo_since" TIMESTAMP(3) WITH TIME ZONE, ADD "todo_due" TIMESTAMP(3) WITH TIME ZONE,
     ADD "done_task" uuid, ADD "done_at" TIMESTAMP(3) WITH TIME ZONE, ADD "copied_at" TIMESTAMP(3) WITH TIME ZONE`,
  // Decisions change rows of both in place, as long as they change nothing that an index holds.
  `ALTER TABLE "request" SET (fillfactor = 70)`,
  `ALTER TABLE "participant" SET (fillfactor = 85)`,
];

/** What journals from before have; `write_desk` says it from now on. */
const FILL = [
  `UPDATE request r SET definition_key = d.key, listed_at = coalesce(r.submitted_at, r.created_at),
     listed_amount = CASE WHEN jsonb_path_exists(d.body, '$.flow.**.hidden[*] ? (@ == $amount)', jsonb_build_object('amount', d.body->'amount')) THEN NULL
       ELSE r.amount_minor END
   FROM definition d WHERE d.id = r.definition_id AND r.n > 0`,
  `UPDATE participant p SET definition_key = r.definition_key, unit_id = (r.state#>>'{context,requester,unitId}')::uuid, listed_at = r.listed_at,
     amount_order = -coalesce(r.listed_amount, -1), resubmitted = r.round > 1,
     over_plan = (SELECT t.derivation->>'plan' = 'over' FROM task t WHERE t.request_id = r.id AND t.derivation->>'plan' IS NOT NULL ORDER BY t.opened_at DESC, t.id LIMIT 1),
     mine = p.person_id = r.requester_id, under_way = p.person_id = r.requester_id AND r.status IN ('running', 'returned', 'blocked'),
     todo_task = o.id, todo_since = CASE WHEN o.id IS NOT NULL THEN o.opened_at WHEN b.back THEN r.updated_at END,
     todo_due = CASE WHEN o.id IS NOT NULL THEN coalesce(o.due_at, 'infinity') WHEN b.back THEN 'infinity' END,
     done_task = x.id, done_at = x.closed_at, copied_at = (SELECT max(c.at) FROM copy c WHERE c.request_id = r.id AND c.person_id = p.person_id)
   FROM request r, participant q
     CROSS JOIN LATERAL (SELECT q.person_id = s.requester_id AND s.status = 'returned' AS back FROM request s WHERE s.id = q.request_id) b
     LEFT JOIN LATERAL (SELECT t.id, t.opened_at, t.due_at FROM task t WHERE t.request_id = q.request_id AND t.person_id = q.person_id AND t.status = 'open'
       ORDER BY t.due_at, t.opened_at, t.id LIMIT 1) o ON true
     LEFT JOIN LATERAL (SELECT t.id, t.closed_at FROM task t WHERE t.request_id = q.request_id AND t.person_id = q.person_id AND t.status = 'decided'
       ORDER BY t.closed_at DESC, t.id LIMIT 1) x ON true
   WHERE r.id = p.request_id AND q.request_id = p.request_id AND q.person_id = p.person_id`,
];

const INDEXES = [
  `DROP INDEX "request_list"`,
  `DROP INDEX "request_mine"`,
  `DROP INDEX "request_open"`,
  `DROP INDEX "task_inbox"`,
  `DROP INDEX "task_due"`,
  `DROP INDEX "participant_person"`,
  `DROP INDEX "copy_person"`,
  `CREATE INDEX "request_listed" ON "request" ("company_id", "listed_at", "id") WHERE listed_at IS NOT NULL`,
  `CREATE INDEX "request_by_status" ON "request" ("company_id", "status", "listed_at", "id") WHERE listed_at IS NOT NULL`,
  `CREATE INDEX "request_by_definition" ON "request" ("company_id", "definition_key", "listed_at", "id") WHERE listed_at IS NOT NULL`,
  `CREATE INDEX "request_drafts" ON "request" ("requester_id", "created_at", "id") WHERE listed_at IS NULL`,
  `CREATE INDEX "task_open" ON "task" ("person_id") WHERE status = 'open'`,
  `CREATE INDEX "copy_unread" ON "copy" ("person_id", "request_id") WHERE read_at IS NULL`,
  `CREATE INDEX "participant_todo_due" ON "participant" ("person_id", "todo_due", "todo_since", "request_id") INCLUDE (${FILTERED_BY}) WHERE todo_since IS NOT NULL`,
  `CREATE INDEX "participant_todo_since" ON "participant" ("person_id", "todo_since", "request_id") INCLUDE ("todo_due", ${FILTERED_BY}) WHERE todo_since IS NOT NULL`,
  `CREATE INDEX "participant_todo_amount" ON "participant" ("person_id", "amount_order", "todo_since", "request_id")
     INCLUDE ("todo_due", "definition_key", "unit_id", "resubmitted", "over_plan") WHERE todo_since IS NOT NULL`,
  `CREATE INDEX "participant_done" ON "participant" ("person_id", "done_at", "request_id") INCLUDE (${FILTERED_BY}) WHERE done_at IS NOT NULL AND todo_since IS NULL`,
  `CREATE INDEX "participant_copies" ON "participant" ("person_id", "copied_at", "request_id") INCLUDE (${FILTERED_BY}) WHERE copied_at IS NOT NULL`,
  `CREATE INDEX "participant_mine" ON "participant" ("person_id", "listed_at", "request_id") INCLUDE (${FILTERED_BY}) WHERE mine`,
  `CREATE INDEX "participant_under_way" ON "participant" ("person_id") WHERE under_way`,
  `CREATE INDEX "participant_read" ON "participant" ("person_id", "listed_at", "request_id") INCLUDE (${FILTERED_BY})`,
];

const SAVED = [
  `CREATE TABLE "saved_filter" (
    "person_id" uuid NOT NULL,
    "id" text NOT NULL,
    "company_id" uuid NOT NULL,
    "name" text,
    "filters" jsonb NOT NULL DEFAULT '{}',
    "removed" boolean NOT NULL DEFAULT false,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "PK_saved_filter" PRIMARY KEY ("person_id", "id")
  )`,
];

/** What lists sort and filter by stands with each reader of a request, so that one index serves each order. */
export class Desks1764200000600 implements MigrationInterface {
  name = 'Desks1764200000600';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...COLUMNS, ...FILL, ...INDEXES, ...SAVED]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const statements = [
      `DROP TABLE "saved_filter"`,
      `DROP INDEX "copy_unread"`,
      `DROP INDEX "task_open"`,
      `ALTER TABLE "participant" RESET (fillfactor), DROP "definition_key", DROP "unit_id", DROP "listed_at", DROP "amount_order", DROP "resubmitted", DROP "over_plan",
         DROP "mine", DROP "under_way", DROP "todo_task", DROP "todo_since", DROP "todo_due", DROP "done_task", DROP "done_at", DROP "copied_at"`,
      `ALTER TABLE "request" RESET (fillfactor), DROP "definition_key", DROP "listed_at", DROP "listed_amount"`,
      `CREATE INDEX "copy_person" ON "copy" ("person_id", "at")`,
      `CREATE INDEX "participant_person" ON "participant" ("person_id")`,
      `CREATE INDEX "task_due" ON "task" ("person_id", "due_at") WHERE status = 'open'`,
      `CREATE INDEX "task_inbox" ON "task" ("person_id", "status", "opened_at", "id")`,
      `CREATE INDEX "request_open" ON "request" ("company_id", "status") WHERE closed_at IS NULL`,
      `CREATE INDEX "request_list" ON "request" ("company_id", "updated_at", "id")`,
      `CREATE INDEX "request_mine" ON "request" ("requester_id", "status", "updated_at")`,
    ];
    for (const statement of statements) await runner.query(statement);
  }
}
