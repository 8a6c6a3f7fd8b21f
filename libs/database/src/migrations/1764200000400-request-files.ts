import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every file reference of a document, wherever it stands. */
const named = (document: string): string =>
  `jsonb_path_query(${document}, 'lax $.** ? (@.sha256.type() == "string" && @.id.type() == "string").id')`;

/**
 * A file may stand in several requests. What was tied to one request, and what forms, rounds and decisions have named without being tied,
 * is held by each of them from now on.
 */
const MOVE = `
  INSERT INTO "request_file" ("request_id", "file_id", "company_id", "cited_at")
  SELECT DISTINCT ON (r.id, f.id) r.id, f.id, f.company_id, CASE WHEN r.n > 0 THEN coalesce(r.submitted_at, r.updated_at) END
  FROM (
    SELECT request_id, id::text AS file FROM file WHERE request_id IS NOT NULL
    UNION SELECT id, ${named('form')} #>> '{}' FROM request
    UNION SELECT request_id, ${named('form')} #>> '{}' FROM request_round
    UNION SELECT request_id, ${named('fields')} #>> '{}' FROM transition WHERE fields IS NOT NULL
  ) AS held
  JOIN request r ON r.id = held.request_id
  JOIN file f ON f.id = uuid_or_null(held.file) AND f.company_id = r.company_id`;

const UP = [
  `CREATE TABLE "request_file" ("request_id" uuid NOT NULL, "file_id" uuid NOT NULL, "company_id" uuid NOT NULL,
    "cited_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "PK_request_file" PRIMARY KEY ("request_id", "file_id"))`,
  `CREATE INDEX "request_file_file" ON "request_file" ("file_id")`,
  `ALTER TABLE "request_file" ADD CONSTRAINT "FK_c72ba797ebb9ea84520e8ba3e30" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
  `ALTER TABLE "request_file" ADD CONSTRAINT "FK_131c235870cfd71a0aea1a89c6f" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  MOVE,
  `DROP INDEX "file_request"`,
  `ALTER TABLE "file" DROP COLUMN "request_id"`,
];

const DOWN = [
  `ALTER TABLE "file" ADD "request_id" uuid`,
  `UPDATE file f SET request_id = h.request_id FROM (SELECT DISTINCT ON (file_id) file_id, request_id FROM request_file ORDER BY file_id, cited_at NULLS LAST) AS h WHERE h.file_id = f.id`,
  `CREATE INDEX "file_request" ON "file" ("request_id")`,
  `ALTER TABLE "file" ADD CONSTRAINT "FK_c9073939c24e0c27328a4e54fa4" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
  `DROP TABLE "request_file"`,
];

export class RequestFiles1764200000400 implements MigrationInterface {
  name = 'RequestFiles1764200000400';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
