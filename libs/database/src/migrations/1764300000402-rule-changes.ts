import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "rule_change" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    "actor_id" uuid,
    "kind" text NOT NULL,
    "changed" integer NOT NULL,
    "rows" jsonb NOT NULL,
    CONSTRAINT "PK_rule_change" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "rule_change_newest" ON "rule_change" ("company_id", "at", "id")`,
  `ALTER TABLE "rule_change" ADD CONSTRAINT "FK_rule_change_company" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "rule_change" ADD CONSTRAINT "FK_rule_change_actor" FOREIGN KEY ("actor_id") REFERENCES "person"("id")`,
];

/** Who changed by what rules the company decides, and what was so before and after. */
export class RuleChanges1764300000402 implements MigrationInterface {
  name = 'RuleChanges1764300000402';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "rule_change"');
  }
}
