import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Matters that no process asks for have a name. */
export class MattersCalled1764400015001 implements MigrationInterface {
  name = 'MattersCalled1764400015001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "authority_grant" ADD "title" jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "authority_grant" DROP COLUMN "title"');
  }
}
