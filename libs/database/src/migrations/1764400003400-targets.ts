import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "process_target" (
    "company_id" uuid NOT NULL,
    "definition_key" text NOT NULL,
    "on_time" smallint NOT NULL,
    CONSTRAINT "PK_process_target" PRIMARY KEY ("company_id", "definition_key")
  )`,
  `ALTER TABLE "process_target" ADD CONSTRAINT "FK_process_target_company" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "lease" ADD COLUMN "taken_out_at" TIMESTAMP(3) WITH TIME ZONE`,
  `ALTER TABLE "lease" ADD COLUMN "taken_out_by" uuid`,
  `ALTER TABLE "lease" ADD COLUMN "taken_out_why" text`,
  `ALTER TABLE "lease" ADD CONSTRAINT "FK_lease_taken_out_by" FOREIGN KEY ("taken_out_by") REFERENCES "person"("id")`,
];

/** What share of decisions a company wants on time, and leases that were taken out of the register. */
export class Targets1764400003400 implements MigrationInterface {
  name = 'Targets1764400003400';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "lease" DROP COLUMN "taken_out_why", DROP COLUMN "taken_out_by", DROP COLUMN "taken_out_at"');
    await runner.query('DROP TABLE "process_target"');
  }
}
