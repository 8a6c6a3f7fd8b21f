import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a process one version is in use: of several, the newest stays. */
export class DefinitionInUse1764300000400 implements MigrationInterface {
  name = 'DefinitionInUse1764300000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE definition d SET status = 'retired' WHERE status = 'published' AND EXISTS (SELECT 1 FROM definition o
         WHERE o.company_id = d.company_id AND o.key = d.key AND o.status = 'published' AND o.version > d.version)`,
    );
    await runner.query(`CREATE UNIQUE INDEX "definition_in_use" ON "definition" ("company_id", "key") WHERE status = 'published'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "definition_in_use"');
  }
}
