import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Since when a saved form is being sent as it stands: what is saved meanwhile would be lost. */
export class FormBeingSent1764300000401 implements MigrationInterface {
  name = 'FormBeingSent1764300000401';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "request" ADD "sending_since" TIMESTAMP(3) WITH TIME ZONE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "request" DROP COLUMN "sending_since"');
  }
}
