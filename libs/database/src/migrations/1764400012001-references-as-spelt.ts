import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

const INDEX = (column: string): string =>
  `CREATE UNIQUE INDEX "budget_movement_reference" ON "budget_movement" ("company_id", "${column}") WHERE ${column} IS NOT NULL`;
/** As far as PostgreSQL can tell; of what was posted in two spellings the first has the name. */
const KEYS = `
  UPDATE "budget_movement" m SET reference_key = k.key FROM (
    SELECT min(id) AS id, key FROM (SELECT id, company_id, regexp_replace(lower(normalize(reference, NFKC)), '\\s+', '', 'g') AS key FROM "budget_movement"
      WHERE reference IS NOT NULL) AS told GROUP BY company_id, key) AS k WHERE k.id = m.id`;
const UP = [
  'ALTER TABLE "budget_movement" ADD "reference_key" text',
  'ALTER TABLE "budget_movement" DISABLE TRIGGER "movement_stays"',
  KEYS,
  'ALTER TABLE "budget_movement" ENABLE TRIGGER "movement_stays"',
  'DROP INDEX "budget_movement_reference"',
  INDEX('reference_key'),
];

/** What was spent outside counts once, however its reference is spelt. */
export class ReferencesAsSpelt1764400012001 implements MigrationInterface {
  name = 'ReferencesAsSpelt1764400012001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
    await installFunctions(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "budget_movement_reference"');
    await runner.query(INDEX('reference'));
    await runner.query('ALTER TABLE "budget_movement" DROP COLUMN "reference_key"');
  }
}
