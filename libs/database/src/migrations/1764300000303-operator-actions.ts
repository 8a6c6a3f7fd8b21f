import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE "operator_action" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "request_id" uuid NOT NULL,
    "actor_id" uuid NOT NULL,
    "kind" text NOT NULL,
    "params" jsonb NOT NULL DEFAULT '{}',
    "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "PK_operator_action" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "operator_action_request" ON "operator_action" ("request_id", "at", "id")`,
  `ALTER TABLE "operator_action" ADD CONSTRAINT "FK_c9414b82b7a0a504a63db4064a1" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE`,
];

/** What operators did to a request without deciding on it. */
export class OperatorActions1764300000303 implements MigrationInterface {
  name = 'OperatorActions1764300000303';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "operator_action"');
  }
}
