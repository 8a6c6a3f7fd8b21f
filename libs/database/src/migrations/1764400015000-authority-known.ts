import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

const STATEMENTS = [
  `ALTER TABLE "authority_grant" ADD "source" text`,
  `CREATE TABLE "directory_record" (
    "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    "company_id" uuid NOT NULL,
    "relation" text NOT NULL,
    "row_id" uuid NOT NULL,
    "row" jsonb,
    "recorded_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    CONSTRAINT "PK_directory_record" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "directory_record_row" ON "directory_record" ("company_id", "relation", "row_id", "recorded_at", "id")`,
  `ALTER TABLE "directory_record" ADD CONSTRAINT "FK_directory_record_company" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
];

/** Tables with what of them is recorded; none: all of it. */
const RECORDED: Record<string, readonly string[]> = {
  unit: [],
  position: [],
  authority_grant: [],
  person: ['id', 'company_id', 'active'],
  absence: ['id', 'company_id', 'person_id', 'stand_in_id', 'processes', 'from_at', 'to_at', 'state'],
};
const ROWS = { insert: 'NEW TABLE AS new_rows', update: 'OLD TABLE AS old_rows NEW TABLE AS new_rows', delete: 'OLD TABLE AS old_rows' };
const STAYS = `CREATE TRIGGER "record_stays" BEFORE UPDATE OR DELETE ON "directory_record" FOR EACH ROW EXECUTE FUNCTION record_stays()`;

const textList = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(', ');

/** What authority is decided from is kept as it came to be known; grants say what they go by. */
export class AuthorityKnown1764400015000 implements MigrationInterface {
  name = 'AuthorityKnown1764400015000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await installFunctions(runner);
    for (const [table, columns] of Object.entries(RECORDED)) {
      await runner.query(
        `INSERT INTO directory_record (company_id, relation, row_id, row)
          SELECT company_id, $1, id, recorded_part(to_jsonb(x), ARRAY[${textList(columns)}]::text[]) FROM "${table}" x`,
        [table],
      );
      for (const [event, rows] of Object.entries(ROWS))
        await runner.query(
          `CREATE TRIGGER "recorded_${event}" AFTER ${event.toUpperCase()} ON "${table}" REFERENCING ${rows} FOR EACH STATEMENT EXECUTE FUNCTION directory_recorded(${textList(columns)})`,
        );
    }
    await runner.query(STAYS);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(RECORDED))
      for (const event of Object.keys(ROWS)) await runner.query(`DROP TRIGGER "recorded_${event}" ON "${table}"`);
    await runner.query('DROP TABLE "directory_record"');
    await runner.query('ALTER TABLE "authority_grant" DROP COLUMN "source"');
  }
}
