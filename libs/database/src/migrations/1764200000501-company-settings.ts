import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

/** A company's settings are read by every page and every decision: PostgreSQL takes none that it could not read. */
export class CompanySettings1764200000501 implements MigrationInterface {
  name = 'CompanySettings1764200000501';

  async up(runner: QueryRunner): Promise<void> {
    await installFunctions(runner);
    await runner.query(`UPDATE "company" SET "time_zone" = 'UTC' WHERE NOT is_time_zone("time_zone")`);
    await runner.query(`ALTER TABLE "company" ADD CONSTRAINT "company_time_zone" CHECK (is_time_zone("time_zone"))`);
    await runner.query(`ALTER TABLE "company" ADD CONSTRAINT "company_currency" CHECK ("currency" ~ '^[A-Z]{3}$')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "company" DROP CONSTRAINT "company_currency", DROP CONSTRAINT "company_time_zone"');
  }
}
