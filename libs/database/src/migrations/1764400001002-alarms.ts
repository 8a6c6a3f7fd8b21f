import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What does not go on by itself is counted without a look at what does. */
export class Alarms1764400001002 implements MigrationInterface {
  name = 'Alarms1764400001002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "outbox_dead" ON "outbox" ("company_id") WHERE state = 'dead'`);
    await runner.query(`CREATE INDEX "request_diverged" ON "request" ("company_id") WHERE diverged IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "request_diverged"');
    await runner.query('DROP INDEX "outbox_dead"');
  }
}
