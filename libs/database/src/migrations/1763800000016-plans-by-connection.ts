import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * A function that sets something for itself has PostgreSQL put it back after every call. The connections of `record` ask for generic plans
 * themselves, so the functions that only they call need not.
 */

const OF_RECORD = ['record_read(jsonb)', 'record_write(jsonb)', 'write_tasks(jsonb, uuid, uuid, timestamptz)'];

export class PlansByConnection1763800000016 implements MigrationInterface {
  name = 'PlansByConnection1763800000016';

  async up(runner: QueryRunner): Promise<void> {
    for (const name of OF_RECORD) await runner.query(`ALTER FUNCTION ${name} RESET plan_cache_mode`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of OF_RECORD) await runner.query(`ALTER FUNCTION ${name} SET plan_cache_mode = force_generic_plan`);
  }
}
