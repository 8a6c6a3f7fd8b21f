import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a unit says of its own time: its zone, its hours, its exceptions. */
export class Calendars1764400000001 implements MigrationInterface {
  name = 'Calendars1764400000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "unit" ADD "calendar" jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "unit" DROP COLUMN "calendar"');
  }
}
