import type { MigrationInterface, QueryRunner } from 'typeorm';

const NAMES = `lower(normalize(concat_ws(E'\\n', s.name->>'zh', s.name->>'en'), NFKC))`;

const UP = [
  `CREATE TABLE "request_text" (
    "request_id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "requester_id" uuid NOT NULL,
    "names" text NOT NULL,
    "text" text NOT NULL,
    CONSTRAINT "PK_request_text" PRIMARY KEY ("request_id")
  )`,
  // What older requests say in full is written with their next change of form, or by a rebuild.
  `INSERT INTO request_text SELECT r.id, r.company_id, r.requester_id, ${NAMES}, lower(normalize(concat_ws(E'\\n', r.number, r.row_title->>'zh', r.row_title->>'en'), NFKC))
   FROM request r JOIN person s ON s.id = r.requester_id WHERE r.n > 0 AND r.row_title IS NOT NULL`,
  `ALTER TABLE "request_text" ADD CONSTRAINT "FK_175898e85f3de4f02a95ab2bd5b" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `CREATE INDEX "request_text_requester" ON "request_text" ("requester_id")`,
  `CREATE INDEX "request_text_grams" ON "request_text" USING gin (search_grams(names || E'\\n' || text))`,
  `CREATE TRIGGER "person_renamed" AFTER UPDATE OF "name" ON "person" FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION person_renamed()`,
];

const DOWN = [`DROP TRIGGER "person_renamed" ON "person"`, `DROP TABLE "request_text"`];

/** Search by keys of two and three signs. */
export class Search1764200000601 implements MigrationInterface {
  name = 'Search1764200000601';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
