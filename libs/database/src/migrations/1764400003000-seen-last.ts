import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Nobody asks when a request was opened first. */
export class SeenLast1764400003000 implements MigrationInterface {
  name = 'SeenLast1764400003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "request_seen" DROP COLUMN "first_at"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "request_seen" ADD COLUMN "first_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now()');
  }
}
