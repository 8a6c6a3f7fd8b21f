import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the open requests of each company have been looked through after its directory changed. */
export class DirectoryReview1764200000502 implements MigrationInterface {
  name = 'DirectoryReview1764200000502';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "directory_review" ("company_id" uuid NOT NULL, "version" bigint NOT NULL DEFAULT '0', "day" date,
      "target_version" bigint, "target_day" date, "cursor" jsonb, "changed_by" uuid, "lease_until" TIMESTAMP(3) WITH TIME ZONE,
      CONSTRAINT "PK_directory_review" PRIMARY KEY ("company_id"))`);
    await runner.query(`ALTER TABLE "directory_review" ADD CONSTRAINT "FK_cd50ffbdbdd68c465d1bd2e357f" FOREIGN KEY ("company_id")
      REFERENCES "company"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "directory_review"');
  }
}
