import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "started_event" (
    "company_id" uuid NOT NULL,
    "definition_key" text NOT NULL,
    "event" text NOT NULL,
    "request_id" uuid NOT NULL,
    "hash" text NOT NULL,
    "actor_id" uuid NOT NULL,
    "token" jsonb,
    "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "PK_started_event" PRIMARY KEY ("company_id", "definition_key", "event")
  )`,
  `CREATE INDEX "started_event_newest" ON "started_event" ("company_id", "at", "request_id")`,
  `ALTER TABLE "started_event" ADD CONSTRAINT "FK_started_event_company" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "started_event" ADD CONSTRAINT "FK_started_event_actor" FOREIGN KEY ("actor_id") REFERENCES "person"("id")`,
];

/** Events of other programs that have started requests. */
export class StartedEvents1764400001701 implements MigrationInterface {
  name = 'StartedEvents1764400001701';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "started_event"');
  }
}
