import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows that are done away with are found by their age: where they were written one after another, a few pages of index tell where the old ones end. */
const UP = [
  `CREATE INDEX "outbox_age" ON "outbox" USING brin ("created_at")`,
  `CREATE INDEX "notification_age" ON "notification" USING brin ("created_at")`,
  `CREATE INDEX "command_refused" ON "command" ("updated_at") WHERE status = 'refused' AND body ?| '{form,fields,choices,comment}'`,
];

export class Retention1764300000301 implements MigrationInterface {
  name = 'Retention1764300000301';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "command_refused", "notification_age", "outbox_age"');
  }
}
