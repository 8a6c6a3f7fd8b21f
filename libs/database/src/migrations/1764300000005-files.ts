import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "file" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "owner_id" uuid NOT NULL,
    "name" text NOT NULL,
    "type" text NOT NULL,
    "size" integer NOT NULL,
    "sha256" text NOT NULL,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "PK_36b46d232307066b3a2c9ea3a1d" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "file_content" (
    "file_id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "bytes" bytea NOT NULL,
    CONSTRAINT "PK_014856ace1c12ccacbb94524564" PRIMARY KEY ("file_id")
  )`,
  `CREATE TABLE "request_file" (
    "request_id" uuid NOT NULL,
    "file_id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "cited_at" TIMESTAMP(3) WITH TIME ZONE,
    CONSTRAINT "PK_request_file" PRIMARY KEY ("request_id", "file_id")
  )`,
  `CREATE INDEX "request_file_file" ON "request_file" ("file_id")`,
  `ALTER TABLE "file" ADD CONSTRAINT "FK_cccc7b3ca9b0c44aaa4ac0cacfb" FOREIGN KEY ("owner_id") REFERENCES "person"("id")`,
  `ALTER TABLE "file_content" ADD CONSTRAINT "FK_014856ace1c12ccacbb94524564" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE`,
  `ALTER TABLE "request_file" ADD CONSTRAINT "FK_131c235870cfd71a0aea1a89c6f" FOREIGN KEY ("file_id") REFERENCES "file"("id")`,
  `ALTER TABLE "request_file" ADD CONSTRAINT "FK_c72ba797ebb9ea84520e8ba3e30" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE`,
];

/** Files, and which requests hold them. */
export class Files1764300000005 implements MigrationInterface {
  name = 'Files1764300000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "request_file", "file_content", "file"');
  }
}
