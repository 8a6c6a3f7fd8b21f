import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a draft that has followed its process to a newer version: the version that its requester has seen last. */
export class DraftVersions1764200000401 implements MigrationInterface {
  name = 'DraftVersions1764200000401';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "request" ADD "begun_with" uuid');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "request" DROP COLUMN "begun_with"');
  }
}
