import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

const OF_REQUEST = `
    "company_id" uuid NOT NULL,
    "definition_id" uuid NOT NULL,
    "definition_key" text NOT NULL,
    "unit_id" uuid,`;

const STATEMENTS = [
  `CREATE TABLE "request_time" (
    "request_id" uuid NOT NULL,${OF_REQUEST}
    "submitted_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "finished_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "minutes" integer NOT NULL,
    "returns" integer NOT NULL,
    CONSTRAINT "PK_request_time" PRIMARY KEY ("request_id")
  )`,
  `CREATE TABLE "step_time" (
    "request_id" uuid NOT NULL,
    "at" integer NOT NULL,${OF_REQUEST}
    "finished_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "step" text NOT NULL,
    "kind" text NOT NULL,
    "opened_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "closed_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "minutes" integer NOT NULL,
    "limit_minutes" integer,
    "late" boolean NOT NULL,
    "ended" text NOT NULL,
    "back_to" text,
    CONSTRAINT "PK_step_time" PRIMARY KEY ("request_id", "at")
  )`,
  // Everything that figures are made of, so that no row is looked up.
  `CREATE INDEX "request_time_span" ON "request_time" ("company_id", "definition_key", "finished_at", "request_id") INCLUDE ("definition_id", "unit_id", "minutes", "returns")`,
  `CREATE INDEX "step_time_span" ON "step_time" ("company_id", "definition_key", "finished_at", "request_id")
    INCLUDE ("definition_id", "unit_id", "step", "kind", "minutes", "limit_minutes", "late", "ended", "back_to")`,
  `ALTER TABLE "request_time" ADD CONSTRAINT "FK_597ed9ba5ba391fea2940ce6316" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE`,
  `ALTER TABLE "step_time" ADD CONSTRAINT "FK_353aa35fefac04b4da41b9245c5" FOREIGN KEY ("request_id") REFERENCES "request_time"("request_id") ON DELETE CASCADE`,
  // Only where an end is taken back: on the way of a decision it is a comparison and nothing else.
  `CREATE TRIGGER "request_taken_up" AFTER UPDATE OF "finished_at" ON "request" FOR EACH ROW WHEN (OLD."finished_at" IS NOT NULL AND NEW."finished_at" IS NULL) EXECUTE FUNCTION request_taken_up()`,
];

/** How long requests and their steps took. */
export class StepTimes1764400001800 implements MigrationInterface {
  name = 'StepTimes1764400001800';

  async up(runner: QueryRunner): Promise<void> {
    await installFunctions(runner);
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER "request_taken_up" ON "request"');
    await runner.query('DROP TABLE "step_time", "request_time"');
    await runner.query(`DELETE FROM setting WHERE key LIKE 'step-times:%'`);
  }
}
