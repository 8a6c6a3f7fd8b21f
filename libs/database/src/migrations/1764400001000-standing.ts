import type { MigrationInterface, QueryRunner } from 'typeorm';

const FILTERED_BY = `"definition_id", "definition_key", "unit_id", "amount_order", "kind"`;

const STATEMENTS = [
  // With room beside each row: a reminder or a new due day changes it in place.
  `CREATE TABLE "standing" (
    "request_id" uuid NOT NULL,
    "step" text NOT NULL,
    "company_id" uuid NOT NULL,
    "definition_id" uuid NOT NULL,
    "definition_key" text NOT NULL,
    "unit_id" uuid,
    "amount_order" bigint NOT NULL DEFAULT '1',
    "kind" text NOT NULL,
    "since" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "due" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "foremost" boolean NOT NULL,
    CONSTRAINT "PK_standing" PRIMARY KEY ("request_id", "step")
  ) WITH (fillfactor = 85)`,
  `CREATE INDEX "standing_due" ON "standing" ("company_id", "due", "since", "request_id") INCLUDE (${FILTERED_BY}) WHERE foremost`,
  `CREATE INDEX "standing_since" ON "standing" ("company_id", "since", "request_id") INCLUDE ("due", ${FILTERED_BY}) WHERE foremost`,
  `CREATE INDEX "standing_stuck" ON "standing" ("company_id", "since", "request_id") INCLUDE ("due", ${FILTERED_BY}) WHERE foremost AND kind = 'blocked'`,
  `CREATE INDEX "standing_step" ON "standing" ("company_id", "definition_key", "step", "since", "request_id") INCLUDE ("due", "definition_id", "unit_id", "amount_order", "kind")`,
  // What was finished lately. A request is finished once, when its status changes as well.
  `CREATE INDEX "request_finished" ON "request" ("company_id", "finished_at", "id") INCLUDE ("definition_id", "definition_key", "status", "submitted_at") WHERE finished_at IS NOT NULL`,
  `ALTER TABLE "standing" ADD CONSTRAINT "FK_1787a5714eddcbd0f0b7af46b7c" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE`,
];

/** Where every request under way stands, for those who track them. */
export class Standing1764400001000 implements MigrationInterface {
  name = 'Standing1764400001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await runner.query(
      `SELECT write_standing(id, company_id) FROM request WHERE listed_at IS NOT NULL AND status IN ('running', 'returned', 'blocked')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "request_finished"');
    await runner.query('DROP TABLE "standing"');
  }
}
