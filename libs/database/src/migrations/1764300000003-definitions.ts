import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "definition" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "key" text NOT NULL,
    "version" integer NOT NULL,
    "status" text NOT NULL,
    "hash" text NOT NULL,
    "body" jsonb NOT NULL,
    "created_by" uuid,
    "published_by" uuid,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "published_at" TIMESTAMP(3) WITH TIME ZONE,
    "source" text NOT NULL,
    CONSTRAINT "PK_5eb37954eebae17387f4ebabb5c" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "definition_parameter" (
    "company_id" uuid NOT NULL,
    "key" text NOT NULL,
    "name" text NOT NULL,
    "value" jsonb NOT NULL,
    CONSTRAINT "PK_caeb8d9b6756cd5bfc558e7a391" PRIMARY KEY ("company_id", "key", "name")
  )`,
  `CREATE INDEX "definition_hash" ON "definition" ("hash")`,
  `CREATE UNIQUE INDEX "definition_version" ON "definition" ("company_id", "key", "version")`,
  `ALTER TABLE "definition" ADD CONSTRAINT "FK_9d1e351cf0c420bdc7a78315074" FOREIGN KEY ("created_by") REFERENCES "person"("id")`,
  `ALTER TABLE "definition" ADD CONSTRAINT "FK_c3b9a46415806affc36a9fdfa38" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "definition" ADD CONSTRAINT "FK_eb71ada93fd5506c75614b0a1e4" FOREIGN KEY ("published_by") REFERENCES "person"("id")`,
  `ALTER TABLE "definition_parameter" ADD CONSTRAINT "FK_509dfb8ffb0cf81ad1f23796535" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
];

/** Processes as data. */
export class Definitions1764300000003 implements MigrationInterface {
  name = 'Definitions1764300000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "definition_parameter", "definition"');
  }
}
