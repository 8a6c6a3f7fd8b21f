import type { MigrationInterface, QueryRunner } from 'typeorm';

const TOLD = `CREATE TRIGGER "lease_entered" AFTER INSERT OR UPDATE OF "expires_on", "unit_id", "taken_out_at" ON "lease" FOR EACH STATEMENT EXECUTE FUNCTION schedules_changed()`;

/** A lease that is entered or corrected may ask for a renewal at once. */
export class LeasesTold1764400009000 implements MigrationInterface {
  name = 'LeasesTold1764400009000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TOLD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER "lease_entered" ON "lease"');
  }
}
