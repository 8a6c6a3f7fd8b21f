import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `ALTER TABLE "comment" ADD "mentions" uuid array NOT NULL DEFAULT '{}'`,
  `CREATE TABLE "request_seen" (
    "request_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "n" integer NOT NULL,
    "first_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "last_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "PK_request_seen" PRIMARY KEY ("request_id", "person_id")
  )`,
  `ALTER TABLE "request_seen" ADD CONSTRAINT "FK_ddbabde2f2a0db1ab4c8bf5445d" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE`,
];

/** Who is spoken to in a comment, and who has opened which request, as it stood when. */
export class Mentions1764400000600 implements MigrationInterface {
  name = 'Mentions1764400000600';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "request_seen"');
    await runner.query('ALTER TABLE "comment" DROP COLUMN "mentions"');
  }
}
