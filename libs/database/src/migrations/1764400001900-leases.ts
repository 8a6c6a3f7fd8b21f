import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "lease" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "unit_id" uuid NOT NULL,
    "number" text NOT NULL,
    "place" text NOT NULL,
    "starts_on" date NOT NULL,
    "expires_on" date NOT NULL,
    "rent" bigint NOT NULL,
    "commission" numeric(4,1),
    "deposit" bigint,
    "currency" text NOT NULL,
    "request_id" uuid,
    "imported" boolean NOT NULL DEFAULT false,
    "renewal_id" uuid,
    "renewal_at" TIMESTAMP(3) WITH TIME ZONE,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "PK_lease" PRIMARY KEY ("id")
  )`,
  `CREATE UNIQUE INDEX "lease_term" ON "lease" ("company_id", "number", "starts_on")`,
  `CREATE INDEX "lease_ending" ON "lease" ("company_id", "expires_on", "id")`,
  `CREATE INDEX "lease_of_unit" ON "lease" ("unit_id", "expires_on")`,
  `CREATE UNIQUE INDEX "lease_agreed" ON "lease" ("request_id") WHERE request_id IS NOT NULL`,
  `ALTER TABLE "lease" ADD CONSTRAINT "FK_lease_company" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "lease" ADD CONSTRAINT "FK_lease_unit" FOREIGN KEY ("unit_id") REFERENCES "unit"("id")`,
  `ALTER TABLE "lease" ADD CONSTRAINT "FK_lease_request" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE SET NULL`,
];

/** The register of leases. */
export class Leases1764400001900 implements MigrationInterface {
  name = 'Leases1764400001900';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "lease"');
  }
}
