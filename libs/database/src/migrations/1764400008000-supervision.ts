import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

/** Whoever is told by a report of somebody who supervises a request reads it for good; and which processes have such copies is found by an index. */
export class Supervision1764400008000 implements MigrationInterface {
  name = 'Supervision1764400008000';

  async up(runner: QueryRunner): Promise<void> {
    await installFunctions(runner);
    await runner.query(
      `CREATE INDEX "definition_supervises" ON "definition" ("company_id") WHERE jsonb_path_exists(body, '$.flow.** ? (@.supervise == true)')`,
    );
  }

  /** The functions read more than they have to, which does no harm. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "definition_supervises"');
  }
}
