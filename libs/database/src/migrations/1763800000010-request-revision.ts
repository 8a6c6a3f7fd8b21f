import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved changes to a returned request, kept beside what was submitted until it is submitted again. */
export class RequestRevision1763800000010 implements MigrationInterface {
  name = 'RequestRevision1763800000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "request" ADD "revision" jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "request" DROP COLUMN "revision"');
  }
}
