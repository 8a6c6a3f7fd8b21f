import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [
  ['session', 'link'],
  ['rule_change', 'token'],
  ['file', 'token'],
  ['request', 'saved_with'],
] as const;

/** By which access token, or after whose sign-in link, sessions, files, drafts and changes of the rules came about. */
export class UsedTokens1764400000501 implements MigrationInterface {
  name = 'UsedTokens1764400000501';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of COLUMNS) await runner.query(`ALTER TABLE "${table}" ADD "${column}" jsonb`);
    await runner.query('ALTER TABLE "login_link" ADD "issued_by" uuid');
    await runner.query(
      'ALTER TABLE "login_link" ADD CONSTRAINT "FK_login_link_issued_by" FOREIGN KEY ("issued_by") REFERENCES "person"("id")',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "login_link" DROP COLUMN "issued_by"');
    for (const [table, column] of COLUMNS) await runner.query(`ALTER TABLE "${table}" DROP COLUMN "${column}"`);
  }
}
