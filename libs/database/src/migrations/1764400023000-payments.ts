import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE INDEX "definition_pays" ON "definition" ("company_id") WHERE jsonb_path_exists(body, '$.flow.** ? (exists(@.pays))')`,
  `CREATE INDEX "task_carried_out" ON "task" ("company_id", "step", "closed_at", "id") WHERE status = 'decided' AND kind = 'work'`,
];

/** What is to be paid and what was paid is looked up by the steps that pay. */
export class Payments1764400023000 implements MigrationInterface {
  name = 'Payments1764400023000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const index of ['task_carried_out', 'definition_pays']) await runner.query(`DROP INDEX "${index}"`);
  }
}
