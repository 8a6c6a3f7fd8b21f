import type { MigrationInterface, QueryRunner } from 'typeorm';

const FILTERED_BY = `"amount_order", "definition_key", "unit_id", "resubmitted", "over_plan"`;
const indexes = (more: string): string[] => [
  `DROP INDEX "participant_mine"`,
  `DROP INDEX "participant_read"`,
  `CREATE INDEX "participant_mine" ON "participant" ("person_id", "listed_at", "request_id") INCLUDE (${FILTERED_BY}${more}) WHERE mine`,
  `CREATE INDEX "participant_read" ON "participant" ("person_id", "listed_at", "request_id") INCLUDE (${FILTERED_BY}${more})`,
];

/** The status of a request stands on its desks: a rare one is found in the index of the list instead of request by request. */
export class DeskStatus1764200000900 implements MigrationInterface {
  name = 'DeskStatus1764200000900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "participant" ADD "status" text`);
    await runner.query(`UPDATE participant p SET status = r.status FROM request r WHERE r.id = p.request_id`);
    for (const statement of indexes(', "status"')) await runner.query(statement);
    for (const name of ['desk_of', 'write_desk']) await runner.query(`DROP FUNCTION IF EXISTS ${name}(uuid)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of indexes('')) await runner.query(statement);
    await runner.query(`ALTER TABLE "participant" DROP "status"`);
  }
}
