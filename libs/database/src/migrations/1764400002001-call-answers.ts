import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "call_answer" (
    "request_id" uuid NOT NULL,
    "call" text NOT NULL,
    "company_id" uuid NOT NULL,
    "step" text NOT NULL,
    "failed" boolean NOT NULL DEFAULT false,
    "fields" jsonb NOT NULL DEFAULT '{}',
    "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "told_at" TIMESTAMP(3) WITH TIME ZONE,
    CONSTRAINT "PK_call_answer" PRIMARY KEY ("request_id", "call")
  )`,
  `CREATE INDEX "call_answer_untold" ON "call_answer" ("at") WHERE told_at IS NULL`,
  `ALTER TABLE "call_answer" ADD CONSTRAINT "FK_call_answer_request" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE`,
];

/** What other systems have answered: kept before the request hears of it, so that its run carries none of it. */
export class CallAnswers1764400002001 implements MigrationInterface {
  name = 'CallAnswers1764400002001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "call_answer"');
  }
}
