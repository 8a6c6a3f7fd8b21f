import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `ALTER TABLE "rule_change" ADD "request_id" uuid`,
  `CREATE UNIQUE INDEX "rule_change_request" ON "rule_change" ("request_id") WHERE request_id IS NOT NULL`,
  `ALTER TABLE "rule_change" ADD CONSTRAINT "FK_rule_change_request" FOREIGN KEY ("request_id") REFERENCES "request"("id")`,
];

/** A change of the rules may come from an approved request, and comes from it once. */
export class ApprovedGrants1764400027000 implements MigrationInterface {
  name = 'ApprovedGrants1764400027000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "rule_change" DROP COLUMN "request_id"');
  }
}
