import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "recurring_process" (
    "company_id" uuid NOT NULL,
    "definition_key" text NOT NULL,
    "rule" jsonb NOT NULL,
    "in_use" boolean NOT NULL DEFAULT true,
    "since" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    "paused_at" TIMESTAMP(3) WITH TIME ZONE,
    "paused_by" uuid,
    "paused_why" text,
    "applied" jsonb NOT NULL DEFAULT '{}',
    "applied_from" text,
    "next_at" TIMESTAMP(3) WITH TIME ZONE,
    "asked_at" TIMESTAMP(3) WITH TIME ZONE,
    CONSTRAINT "PK_recurring_process" PRIMARY KEY ("company_id", "definition_key")
  )`,
  `ALTER TABLE "recurring_process" ADD CONSTRAINT "FK_recurring_process_company" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "recurring_process" ADD CONSTRAINT "FK_recurring_process_paused_by" FOREIGN KEY ("paused_by") REFERENCES "person"("id")`,
  `CREATE TABLE "recurring_start" (
    "company_id" uuid NOT NULL,
    "definition_key" text NOT NULL,
    "unit_id" uuid NOT NULL,
    "day" date NOT NULL,
    "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "state" text NOT NULL,
    "request_id" uuid NOT NULL,
    "fault" text,
    "given" jsonb,
    "tries" integer NOT NULL DEFAULT 0,
    "asked_by" uuid,
    "changed_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "PK_recurring_start" PRIMARY KEY ("company_id", "definition_key", "unit_id", "day")
  )`,
  `CREATE INDEX "recurring_start_waiting" ON "recurring_start" ("company_id", "definition_key") WHERE state = 'waiting'`,
  `CREATE INDEX "recurring_start_failed" ON "recurring_start" ("company_id", "definition_key") WHERE state = 'failed'`,
  `CREATE INDEX "recurring_start_newest" ON "recurring_start" ("company_id", "definition_key", "at", "unit_id")`,
  `ALTER TABLE "recurring_start" ADD CONSTRAINT "FK_recurring_start_company" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "recurring_start" ADD CONSTRAINT "FK_recurring_start_unit" FOREIGN KEY ("unit_id") REFERENCES "unit"("id")`,
  `ALTER TABLE "recurring_start" ADD CONSTRAINT "FK_recurring_start_asked_by" FOREIGN KEY ("asked_by") REFERENCES "person"("id")`,
  `CREATE INDEX "definition_schedules" ON "definition" ("company_id", "key") WHERE status = 'published' AND body ? 'schedule'`,
];

/** Processes that start by themselves, and what they have started. */
export class RecurringStarts1764400001700 implements MigrationInterface {
  name = 'RecurringStarts1764400001700';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "definition_schedules"');
    await runner.query('DROP TABLE "recurring_start"');
    await runner.query('DROP TABLE "recurring_process"');
  }
}
