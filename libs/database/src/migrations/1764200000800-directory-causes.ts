import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which tables of a directory have changed since its open requests were last looked through. */
export class DirectoryCauses1764200000800 implements MigrationInterface {
  name = 'DirectoryCauses1764200000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "directory_review" ADD "changes" text array NOT NULL DEFAULT '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "directory_review" DROP COLUMN "changes"');
  }
}
