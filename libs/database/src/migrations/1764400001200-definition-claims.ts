import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which definitions have steps that are claimed: the list of what is to be claimed looks at no others. */
export class DefinitionClaims1764400001200 implements MigrationInterface {
  name = 'DefinitionClaims1764400001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "definition_claims" ON "definition" ("company_id") WHERE jsonb_path_exists(body, '$.flow.** ? (@.claim == true)')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "definition_claims"');
  }
}
