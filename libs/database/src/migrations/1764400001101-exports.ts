import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "export" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "list" text NOT NULL,
    "format" text NOT NULL,
    "language" text NOT NULL,
    "filters" jsonb NOT NULL,
    "state" text NOT NULL DEFAULT 'running',
    "rows" integer NOT NULL DEFAULT '0',
    "cut" boolean NOT NULL DEFAULT false,
    "bytes" integer NOT NULL DEFAULT '0',
    "runner" uuid NOT NULL,
    "touched_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "PK_93dd4c52436ed0da6263e24b3c7" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "export_age" ON "export" ("created_at")`,
  `CREATE INDEX "export_person" ON "export" ("person_id", "created_at", "id")`,
  `CREATE TABLE "export_part" (
    "export_id" uuid NOT NULL,
    "at" integer NOT NULL,
    "bytes" bytea NOT NULL,
    CONSTRAINT "PK_332805dc4300724717327971455" PRIMARY KEY ("export_id", "at")
  )`,
  `ALTER TABLE "export" ADD CONSTRAINT "FK_3e53656bd6afa9705f1f74e8a7b" FOREIGN KEY ("person_id") REFERENCES "person"("id")`,
  `ALTER TABLE "export_part" ADD CONSTRAINT "FK_c696dd9d3d6b0458637fc3c1474" FOREIGN KEY ("export_id") REFERENCES "export"("id") ON DELETE CASCADE`,
];

/** Long exports and their files. */
export class Exports1764400001101 implements MigrationInterface {
  name = 'Exports1764400001101';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "export_part", "export"');
  }
}
