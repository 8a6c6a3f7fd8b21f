import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

const company = (table: string): string =>
  `ALTER TABLE "${table}" ADD CONSTRAINT "FK_${table}_company" FOREIGN KEY ("company_id") REFERENCES "company"("id")`;
const stays = (table: string): string =>
  `CREATE TRIGGER "${table}_stays" BEFORE UPDATE OR DELETE ON "${table}" FOR EACH ROW EXECUTE FUNCTION row_stays()`;

const STATEMENTS = [
  `CREATE TABLE "journal_seal" (
    "company_id" uuid NOT NULL,
    "seq" integer NOT NULL,
    "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "requests" integer NOT NULL,
    "entries" integer NOT NULL,
    "seal" text NOT NULL,
    CONSTRAINT "PK_journal_seal" PRIMARY KEY ("company_id", "seq")
  )`,
  `CREATE TABLE "sealed_request" (
    "request_id" uuid NOT NULL,
    "n" integer NOT NULL,
    "company_id" uuid NOT NULL,
    "seq" integer NOT NULL,
    "chain" text NOT NULL,
    CONSTRAINT "PK_sealed_request" PRIMARY KEY ("request_id", "n")
  )`,
  `CREATE INDEX "sealed_request_seal" ON "sealed_request" ("company_id", "seq", "request_id")`,
  `CREATE TABLE "seal_anchor" (
    "company_id" uuid NOT NULL,
    "place" text NOT NULL,
    "seq" integer NOT NULL,
    "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "PK_seal_anchor" PRIMARY KEY ("company_id", "place")
  )`,
  `CREATE TABLE "journal_check" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "state" text NOT NULL DEFAULT 'running',
    "total" integer NOT NULL,
    "checked" integer NOT NULL DEFAULT '0',
    "seals" integer NOT NULL DEFAULT '0',
    "findings" jsonb NOT NULL DEFAULT '[]',
    "found" integer NOT NULL DEFAULT '0',
    "touched_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "ended_at" TIMESTAMP(3) WITH TIME ZONE,
    CONSTRAINT "PK_journal_check" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "journal_check_company" ON "journal_check" ("company_id", "created_at", "id")`,
  `CREATE INDEX "transition_at" ON "transition" ("company_id", "at", "request_id", "n")`,
  company('journal_seal'),
  company('seal_anchor'),
  company('journal_check'),
  `ALTER TABLE "journal_check" ADD CONSTRAINT "FK_journal_check_person" FOREIGN KEY ("person_id") REFERENCES "person"("id")`,
];

/** The journal of a company sealed day by day, where the seals are kept outside, and how often it was checked. */
export class JournalSeals1764400018000 implements MigrationInterface {
  name = 'JournalSeals1764400018000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await installFunctions(runner);
    await runner.query(stays('journal_seal'));
    await runner.query(stays('sealed_request'));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "transition_at"');
    for (const table of ['journal_check', 'seal_anchor', 'sealed_request', 'journal_seal']) await runner.query(`DROP TABLE "${table}"`);
  }
}
