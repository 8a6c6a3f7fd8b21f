import type { MigrationInterface, QueryRunner } from 'typeorm';

const ENDED = 'WHERE finished_at IS NOT NULL';

const STATEMENTS = [
  'ALTER TABLE "request" ADD "unit_id" uuid',
  `UPDATE "request" SET unit_id = uuid_or_null(state#>>'{context,requester,unitId}') WHERE listed_at IS NOT NULL`,
  'DROP INDEX "request_finished"',
  `CREATE INDEX "request_finished" ON "request" ("company_id", "finished_at", "id") INCLUDE ("definition_id", "definition_key", "status", "submitted_at", "unit_id") ${ENDED}`,
  `CREATE INDEX "request_ended_process" ON "request" ("company_id", "definition_key", "status", "finished_at", "id") INCLUDE ("definition_id") ${ENDED}`,
  `CREATE INDEX "request_ended_unit" ON "request" ("company_id", "unit_id", "status", "finished_at", "id") INCLUDE ("definition_id") ${ENDED}`,
  `CREATE INDEX "request_ended_place" ON "request" ("company_id", "unit_id", "definition_key", "status", "finished_at", "id") INCLUDE ("definition_id") ${ENDED}`,
];

/** Of which unit a request is, and what has ended by unit, process and outcome: where little ended, little is looked through. */
export class EndedUnits1764400004200 implements MigrationInterface {
  name = 'EndedUnits1764400004200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "request_ended_place", "request_ended_unit", "request_ended_process", "request_finished"');
    await runner.query('ALTER TABLE "request" DROP COLUMN "unit_id"');
    await runner.query(
      `CREATE INDEX "request_finished" ON "request" ("company_id", "finished_at", "id") INCLUDE ("definition_id", "definition_key", "status", "submitted_at") ${ENDED}`,
    );
  }
}
