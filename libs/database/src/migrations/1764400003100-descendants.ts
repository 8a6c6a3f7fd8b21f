import type { MigrationInterface, QueryRunner } from 'typeorm';

const FILL = `
  WITH RECURSIVE family AS (
    SELECT id, parent_id AS root FROM request WHERE parent_id IN (SELECT id FROM request WHERE parent_id IS NULL)
    UNION ALL SELECT r.id, f.root FROM request r JOIN family f ON r.parent_id = f.id)
  UPDATE request r SET root_id = f.root FROM family f WHERE f.id = r.id`;

/** Which request is at the top of those that started one another: so many come of one, and no more. */
export class Descendants1764400003100 implements MigrationInterface {
  name = 'Descendants1764400003100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "request" ADD "root_id" uuid');
    await runner.query(FILL);
    await runner.query('CREATE INDEX "request_descendants" ON "request" ("root_id") WHERE root_id IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "request_descendants"');
    await runner.query('ALTER TABLE "request" DROP COLUMN "root_id"');
  }
}
