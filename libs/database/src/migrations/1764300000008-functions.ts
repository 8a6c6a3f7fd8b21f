import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SEARCHED, functionNames, installFunctions } from '../functions';

/** All that `directory_slice_1` reads beside the company's time zone. */
const DIRECTORY = ['unit', 'person', 'position', 'authority_grant', 'person_right'];

const EVENTS = {
  insert: 'REFERENCING NEW TABLE AS changed',
  update: 'REFERENCING OLD TABLE AS was NEW TABLE AS changed',
  delete: 'REFERENCING OLD TABLE AS changed',
  truncate: '',
};

const directory = (table: string): string[] =>
  Object.entries(EVENTS).map(
    ([event, rows]) =>
      `CREATE TRIGGER "directory_${event}" AFTER ${event.toUpperCase()} ON "${table}" ${rows} FOR EACH STATEMENT EXECUTE FUNCTION directory_changed()`,
  );

const ended = (table: string, event: string, column: string, when = ''): string =>
  `CREATE TRIGGER "${table}_access_ended" AFTER ${event} ON "${table}" FOR EACH ROW ${when} EXECUTE FUNCTION access_ended('${column}')`;

/** What rests on a function. */
const STATEMENTS = [
  `ALTER TABLE "company" ADD CONSTRAINT "company_time_zone" CHECK (is_time_zone("time_zone"))`,
  `CREATE INDEX "request_text_grams" ON "request_text" USING gin (search_grams(${SEARCHED}))`,
  ...DIRECTORY.flatMap(directory),
  `CREATE TRIGGER "directory_zone" BEFORE UPDATE OF "time_zone" ON "company" FOR EACH ROW WHEN (OLD."time_zone" <> NEW."time_zone") EXECUTE FUNCTION directory_changed()`,
  ended('session', 'DELETE', 'person_id'),
  ended('access_token', 'UPDATE OF "revoked_at"', 'person_id', 'WHEN (OLD."revoked_at" IS NULL AND NEW."revoked_at" IS NOT NULL)'),
  ended('account', 'UPDATE OF "sessions_epoch"', 'person_id', 'WHEN (OLD."sessions_epoch" <> NEW."sessions_epoch")'),
  ended('person', 'UPDATE OF "active"', 'id', 'WHEN (OLD."active" AND NOT NEW."active")'),
  `CREATE TRIGGER "person_left" AFTER UPDATE OF "active" ON "person" FOR EACH ROW WHEN (OLD."active" AND NOT NEW."active") EXECUTE FUNCTION person_left()`,
  `CREATE TRIGGER "person_renamed" AFTER UPDATE OF "name" ON "person" FOR EACH ROW WHEN (OLD."name" IS DISTINCT FROM NEW."name") EXECUTE FUNCTION person_renamed()`,
];

/** Today's functions, and the triggers, checks and indexes that call them. Those whose body changes need no migration: every start installs the room's. */
export class Functions1764300000008 implements MigrationInterface {
  name = 'Functions1764300000008';

  async up(runner: QueryRunner): Promise<void> {
    await installFunctions(runner);
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  /** What rests on them goes with them. */
  async down(runner: QueryRunner): Promise<void> {
    for (const name of functionNames()) await runner.query(`DROP FUNCTION IF EXISTS ${name} CASCADE`);
  }
}
