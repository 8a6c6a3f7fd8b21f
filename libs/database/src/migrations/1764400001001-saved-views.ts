import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved filters belong to a desk: the inbox or that of those who track requests. */
export class SavedViews1764400001001 implements MigrationInterface {
  name = 'SavedViews1764400001001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "saved_filter" ADD "desk" text NOT NULL DEFAULT 'inbox'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "saved_filter" DROP COLUMN "desk"');
  }
}
