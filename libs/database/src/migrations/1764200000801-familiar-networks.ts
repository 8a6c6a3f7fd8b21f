import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which networks somebody signs in: guesses from all the others are slowed down together. */
export class FamiliarNetworks1764200000801 implements MigrationInterface {
  name = 'FamiliarNetworks1764200000801';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "login_attempt" ADD "succeeded_at" TIMESTAMP(3) WITH TIME ZONE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "login_attempt" DROP COLUMN "succeeded_at"');
  }
}
