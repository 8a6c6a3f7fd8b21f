import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The access token by which a program has written a comment in its person's name. */
export class CommentToken1764400000402 implements MigrationInterface {
  name = 'CommentToken1764400000402';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "comment" ADD "token" jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "comment" DROP COLUMN "token"');
  }
}
