import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

const told = (name: string, when: string): string => `CREATE TRIGGER "${name}" AFTER ${when} EXECUTE FUNCTION schedules_changed()`;
const STATEMENTS = [
  told('definition_in_use', `INSERT OR UPDATE OF "status" ON "definition" FOR EACH ROW WHEN (NEW."status" <> 'draft')`),
  told(
    'directory_other',
    `UPDATE OF "directory_version", "time_zone" ON "company" FOR EACH ROW WHEN ((OLD."directory_version", OLD."time_zone") IS DISTINCT FROM (NEW."directory_version", NEW."time_zone"))`,
  ),
  // That it is seen to is the work of whoever looks.
  told(
    'recurring_asked',
    `UPDATE OF "paused_at", "asked_at" ON "recurring_process" FOR EACH ROW WHEN (NEW."paused_at" IS DISTINCT FROM OLD."paused_at" OR NEW."asked_at" > coalesce(OLD."asked_at", '-infinity'))`,
  ),
];

/** Whatever schedules are made of says when it changes. */
export class SchedulesTold1764400003900 implements MigrationInterface {
  name = 'SchedulesTold1764400003900';

  async up(runner: QueryRunner): Promise<void> {
    await installFunctions(runner);
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER "recurring_asked" ON "recurring_process"');
    await runner.query('DROP TRIGGER "directory_other" ON "company"');
    await runner.query('DROP TRIGGER "definition_in_use" ON "definition"');
  }
}
