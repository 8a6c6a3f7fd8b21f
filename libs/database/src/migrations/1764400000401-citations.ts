import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "request_citation" (
    "request_id" uuid NOT NULL,
    "cited_id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    CONSTRAINT "PK_request_citation" PRIMARY KEY ("request_id", "cited_id")
  )`,
  `CREATE INDEX "request_citation_cited" ON "request_citation" ("cited_id")`,
  `ALTER TABLE "request_citation" ADD CONSTRAINT "FK_5a33e16733ac3839cfe17e5f70b" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE`,
  `ALTER TABLE "request_citation" ADD CONSTRAINT "FK_2184424435aaacf90ddb6099d89" FOREIGN KEY ("cited_id") REFERENCES "request"("id") ON DELETE CASCADE`,
];

/** Which requests name which others: who decides on one reads what it names. */
export class Citations1764400000401 implements MigrationInterface {
  name = 'Citations1764400000401';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "request_citation"');
  }
}
