import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Commands that could not be delivered, kept for their owners: why, and since when. */
export class DeadLetters1764200000402 implements MigrationInterface {
  name = 'DeadLetters1764200000402';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "command" ADD "undelivered" jsonb');
    await runner.query(`CREATE INDEX "command_undelivered" ON "command" ("company_id", "updated_at") WHERE status = 'undelivered'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE "command" SET status = 'open' WHERE status = 'undelivered'`);
    await runner.query('DROP INDEX "command_undelivered"');
    await runner.query('ALTER TABLE "command" DROP COLUMN "undelivered"');
  }
}
