import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is late and of which nobody is told by itself any more is counted without a look at what goes on. */
export class Unheeded1764400002101 implements MigrationInterface {
  name = 'Unheeded1764400002101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "standing_unheeded" ON "standing" ("company_id", "since", "request_id") INCLUDE ("due", "definition_id", "definition_key", "unit_id", "amount_order", "kind") WHERE foremost AND kind = 'unheeded'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "standing_unheeded"');
  }
}
