import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

/** What somebody has sent before is looked up where something new is sent. */
export class EarlierRequests1764400023001 implements MigrationInterface {
  name = 'EarlierRequests1764400023001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "request_of_requester" ON "request" ("requester_id", "definition_key", "submitted_at") WHERE listed_at IS NOT NULL`,
    );
    await installFunctions(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "request_of_requester"');
  }
}
