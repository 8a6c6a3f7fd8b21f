import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The discussion of a request under a chain of its own, which the journal seals. */
export class SealedComments1764400000500 implements MigrationInterface {
  name = 'SealedComments1764400000500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "comment" ADD "seq" integer');
    await runner.query('ALTER TABLE "request" ADD "discussion" jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "request" DROP COLUMN "discussion"');
    await runner.query('ALTER TABLE "comment" DROP COLUMN "seq"');
  }
}
