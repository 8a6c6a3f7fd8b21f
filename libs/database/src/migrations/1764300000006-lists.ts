import type { MigrationInterface, QueryRunner } from 'typeorm';

const FILTERED_BY = `"amount_order", "definition_key", "unit_id", "resubmitted", "over_plan"`;

const STATEMENTS = [
  // With room beside each row: decisions change it in place, as long as they change nothing that an index holds.
  `CREATE TABLE "participant" (
    "request_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "definition_key" text,
    "unit_id" uuid,
    "listed_at" TIMESTAMP(3) WITH TIME ZONE,
    "amount_order" bigint NOT NULL DEFAULT '1',
    "resubmitted" boolean NOT NULL DEFAULT false,
    "over_plan" boolean,
    "mine" boolean NOT NULL DEFAULT false,
    "under_way" boolean NOT NULL DEFAULT false,
    "todo_task" uuid,
    "todo_since" TIMESTAMP(3) WITH TIME ZONE,
    "todo_due" TIMESTAMP(3) WITH TIME ZONE,
    "done_task" uuid,
    "done_at" TIMESTAMP(3) WITH TIME ZONE,
    "copied_at" TIMESTAMP(3) WITH TIME ZONE,
    "status" text,
    CONSTRAINT "PK_0a96a829dc5076b27ea99a30622" PRIMARY KEY ("request_id", "person_id")
  ) WITH (fillfactor = 85)`,
  `CREATE TABLE "copy" (
    "request_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "step" text NOT NULL,
    "company_id" uuid NOT NULL,
    "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "read_at" TIMESTAMP(3) WITH TIME ZONE,
    CONSTRAINT "PK_d8d1fa7c40bd8c3ce831145d1b8" PRIMARY KEY ("request_id", "person_id", "step")
  )`,
  `CREATE TABLE "request_text" (
    "request_id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "requester_id" uuid NOT NULL,
    "names" text NOT NULL,
    "text" text NOT NULL,
    CONSTRAINT "PK_request_text" PRIMARY KEY ("request_id")
  )`,
  `CREATE INDEX "copy_unread" ON "copy" ("person_id", "request_id") WHERE read_at IS NULL`,
  `CREATE INDEX "participant_copies" ON "participant" ("person_id", "copied_at", "request_id") INCLUDE (${FILTERED_BY}) WHERE copied_at IS NOT NULL`,
  `CREATE INDEX "participant_done" ON "participant" ("person_id", "done_at", "request_id") INCLUDE (${FILTERED_BY}) WHERE done_at IS NOT NULL AND todo_since IS NULL`,
  `CREATE INDEX "participant_mine" ON "participant" ("person_id", "listed_at", "request_id") INCLUDE (${FILTERED_BY}, "status") WHERE mine`,
  `CREATE INDEX "participant_read" ON "participant" ("person_id", "listed_at", "request_id") INCLUDE (${FILTERED_BY}, "status")`,
  `CREATE INDEX "participant_todo_amount" ON "participant" ("person_id", "amount_order", "todo_since", "request_id") INCLUDE ("todo_due", "definition_key", "unit_id", "resubmitted", "over_plan") WHERE todo_since IS NOT NULL`,
  `CREATE INDEX "participant_todo_due" ON "participant" ("person_id", "todo_due", "todo_since", "request_id") INCLUDE (${FILTERED_BY}) WHERE todo_since IS NOT NULL`,
  `CREATE INDEX "participant_todo_since" ON "participant" ("person_id", "todo_since", "request_id") INCLUDE ("todo_due", ${FILTERED_BY}) WHERE todo_since IS NOT NULL`,
  `CREATE INDEX "participant_under_way" ON "participant" ("person_id") WHERE under_way`,
  `CREATE INDEX "request_text_requester" ON "request_text" ("requester_id")`,
  `ALTER TABLE "participant" ADD CONSTRAINT "FK_76ccba51d15bdd8b30ed9a33d8a" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE`,
  `ALTER TABLE "copy" ADD CONSTRAINT "FK_7132056462fd2a0744836d8da90" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE`,
  `ALTER TABLE "request_text" ADD CONSTRAINT "FK_175898e85f3de4f02a95ab2bd5b" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE`,
];

/** What lists sort, filter and search by, with each reader of a request: one index serves each order. */
export class Lists1764300000006 implements MigrationInterface {
  name = 'Lists1764300000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "request_text", "copy", "participant"');
  }
}
