import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes the place of a post while nobody holds it, from when and until when. */
export class Vacancies1764400002100 implements MigrationInterface {
  name = 'Vacancies1764400002100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "position" ADD "substitute_id" uuid, ADD "substitute_from" date, ADD "substitute_to" date');
    await runner.query(
      'ALTER TABLE "position" ADD CONSTRAINT "FK_position_substitute" FOREIGN KEY ("substitute_id") REFERENCES "person"("id")',
    );
    await runner.query('CREATE INDEX "position_substitute" ON "position" ("substitute_id") WHERE "substitute_id" IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "position_substitute"');
    await runner.query('ALTER TABLE "position" DROP COLUMN "substitute_id", DROP COLUMN "substitute_from", DROP COLUMN "substitute_to"');
  }
}
