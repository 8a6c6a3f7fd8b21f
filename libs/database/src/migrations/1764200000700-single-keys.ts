import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether single letters act on the page is a wish of the person, not of the device. */
export class SingleKeys1764200000700 implements MigrationInterface {
  name = 'SingleKeys1764200000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "person" ADD "single_keys" boolean NOT NULL DEFAULT true`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "person" DROP COLUMN "single_keys"`);
  }
}
