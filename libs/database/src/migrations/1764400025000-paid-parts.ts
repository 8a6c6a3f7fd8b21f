import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was paid in parts is looked up by when it was paid. */
export class PaidParts1764400025000 implements MigrationInterface {
  name = 'PaidParts1764400025000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "transition_part_paid" ON "transition" ("company_id", "at", "request_id", "n") WHERE type = 'pay-part'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX "transition_part_paid"`);
  }
}
