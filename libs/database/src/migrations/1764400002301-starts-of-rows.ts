import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `ALTER TABLE "recurring_start" ADD COLUMN "about" text NOT NULL DEFAULT ''`,
  `ALTER TABLE "recurring_start" ADD COLUMN "told" boolean NOT NULL DEFAULT false`,
  `ALTER TABLE "recurring_start" ADD COLUMN "left_why" text`,
  `ALTER TABLE "recurring_start" ADD COLUMN "left_by" uuid`,
  `UPDATE "recurring_start" SET told = true`,
  `ALTER TABLE "recurring_start" DROP CONSTRAINT "PK_recurring_start"`,
  `ALTER TABLE "recurring_start" ADD CONSTRAINT "PK_recurring_start" PRIMARY KEY ("company_id", "definition_key", "unit_id", "day", "about")`,
  `ALTER TABLE "recurring_start" ADD CONSTRAINT "FK_recurring_start_left_by" FOREIGN KEY ("left_by") REFERENCES "person"("id")`,
  `DROP INDEX "recurring_start_newest"`,
  `CREATE INDEX "recurring_start_newest" ON "recurring_start" ("company_id", "definition_key", "at", "request_id")`,
  `CREATE INDEX "recurring_start_request" ON "recurring_start" ("request_id")`,
];

/** Rows of a register that are of one unit and day start a request each; what could not be started is told once, and may be left so. */
export class StartsOfRows1764400002301 implements MigrationInterface {
  name = 'StartsOfRows1764400002301';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "recurring_start_request"');
    await runner.query('DROP INDEX "recurring_start_newest"');
    await runner.query(`CREATE INDEX "recurring_start_newest" ON "recurring_start" ("company_id", "definition_key", "at", "unit_id")`);
    await runner.query(`DELETE FROM "recurring_start" WHERE about <> '' OR state = 'left'`);
    await runner.query('ALTER TABLE "recurring_start" DROP CONSTRAINT "PK_recurring_start"');
    await runner.query(
      'ALTER TABLE "recurring_start" DROP COLUMN "about", DROP COLUMN "told", DROP COLUMN "left_why", DROP COLUMN "left_by"',
    );
    await runner.query(
      'ALTER TABLE "recurring_start" ADD CONSTRAINT "PK_recurring_start" PRIMARY KEY ("company_id", "definition_key", "unit_id", "day")',
    );
  }
}
