import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of one person are counted when another is uploaded. */
export class FileOwner1764300000302 implements MigrationInterface {
  name = 'FileOwner1764300000302';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "file_owner" ON "file" ("owner_id")`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "file_owner"');
  }
}
