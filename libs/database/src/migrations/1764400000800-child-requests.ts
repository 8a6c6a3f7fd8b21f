import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which request, at which of its steps, a request was started; with how many above it, and whether that one waits for it. */
export class ChildRequests1764400000800 implements MigrationInterface {
  name = 'ChildRequests1764400000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "request" ADD "parent_id" uuid, ADD "parent" jsonb');
    await runner.query('CREATE INDEX "request_children" ON "request" ("parent_id", "created_at", "id") WHERE parent_id IS NOT NULL');
    await runner.query('ALTER TABLE "request" ADD CONSTRAINT "request_parent" FOREIGN KEY ("parent_id") REFERENCES "request"("id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "request" DROP COLUMN "parent_id", DROP COLUMN "parent"');
  }
}
