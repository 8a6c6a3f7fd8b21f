import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Absences whose time may be over: those that run, and those that nobody has answered. */
export class AbsencesEnding1764400001702 implements MigrationInterface {
  name = 'AbsencesEnding1764400001702';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX "absence_ending" ON "absence" ("to_at") WHERE state IN ('asked', 'running')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "absence_ending"');
  }
}
