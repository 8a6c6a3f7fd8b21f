import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Open requests that could not be told yet that their directory has changed. */
export class DirectoryMissed1764300000300 implements MigrationInterface {
  name = 'DirectoryMissed1764300000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "directory_missed" (
      "request_id" uuid NOT NULL,
      "company_id" uuid NOT NULL,
      "cause" jsonb NOT NULL,
      "error" text NOT NULL,
      "tries" integer NOT NULL DEFAULT '1',
      "next_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
      "since" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
      "told_at" TIMESTAMP(3) WITH TIME ZONE,
      CONSTRAINT "PK_directory_missed" PRIMARY KEY ("request_id")
    )`);
    await runner.query(`CREATE INDEX "directory_missed_next" ON "directory_missed" ("next_at")`);
    await runner.query(
      `ALTER TABLE "directory_missed" ADD CONSTRAINT "FK_64a7ce89a8e36df4619c5d86291" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "directory_missed"');
  }
}
