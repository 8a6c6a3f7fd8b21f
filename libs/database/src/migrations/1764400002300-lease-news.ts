import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

const STATEMENTS = [
  `CREATE TABLE "lease_news" (
    "request_id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "due_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT "PK_lease_news" PRIMARY KEY ("request_id")
  )`,
  `CREATE INDEX "lease_news_due" ON "lease_news" ("due_at", "request_id")`,
  `ALTER TABLE "lease_news" ADD CONSTRAINT "FK_lease_news_request" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE`,
  `ALTER TABLE "lease_news" ADD CONSTRAINT "FK_lease_news_company" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `CREATE INDEX "started_event_request" ON "started_event" ("request_id")`,
  // Of other requests it is a comparison and nothing else.
  `CREATE TRIGGER "renewal_changed" AFTER INSERT OR UPDATE OF "status", "finished_at" ON "request" FOR EACH ROW WHEN (NEW."definition_key" = 'lease-renewal') EXECUTE FUNCTION renewal_changed()`,
  `INSERT INTO "lease_news" SELECT id, company_id, finished_at FROM "request" WHERE definition_key = 'lease-renewal' AND finished_at IS NOT NULL`,
];

/** Renewals that the register of leases has to look at. */
export class LeaseNews1764400002300 implements MigrationInterface {
  name = 'LeaseNews1764400002300';

  async up(runner: QueryRunner): Promise<void> {
    await installFunctions(runner);
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "started_event_request"');
    await runner.query('DROP TRIGGER "renewal_changed" ON "request"');
    await runner.query('DROP TABLE "lease_news"');
  }
}
