import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "leaving" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "last_day" date NOT NULL,
    "state" text NOT NULL,
    "asked_by" uuid NOT NULL,
    "asked_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    "ended_at" TIMESTAMP(3) WITH TIME ZONE,
    "kept" jsonb NOT NULL,
    CONSTRAINT "PK_leaving" PRIMARY KEY ("id")
  )`,
  `CREATE UNIQUE INDEX "leaving_planned" ON "leaving" ("person_id") WHERE state = 'planned'`,
  `CREATE INDEX "leaving_person" ON "leaving" ("person_id", "asked_at")`,
  `ALTER TABLE "leaving" ADD CONSTRAINT "FK_leaving_company" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "leaving" ADD CONSTRAINT "FK_leaving_person" FOREIGN KEY ("person_id") REFERENCES "person"("id")`,
  `ALTER TABLE "leaving" ADD CONSTRAINT "FK_leaving_asked_by" FOREIGN KEY ("asked_by") REFERENCES "person"("id")`,
];

/** Somebody leaves after a day that has been arranged. */
export class Leavings1764400022000 implements MigrationInterface {
  name = 'Leavings1764400022000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "leaving"');
  }
}
