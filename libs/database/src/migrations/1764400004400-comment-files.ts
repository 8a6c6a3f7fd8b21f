import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is attached to what people say beside decisions. */
export class CommentFiles1764400004400 implements MigrationInterface {
  name = 'CommentFiles1764400004400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "comment" ADD "files" jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "comment" DROP COLUMN "files"');
  }
}
