import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ACCESS_ENDED } from '../functions/access-ended.sql';

const ended = (table: string, event: string, column: string, when = ''): string =>
  `CREATE TRIGGER "${table}_access_ended" AFTER ${event} ON "${table}" FOR EACH ROW ${when} EXECUTE FUNCTION access_ended('${column}')`;

const STATEMENTS = [
  // A token of before could do all that its person may; it goes on so for the longest time that a new one may be given by default.
  `ALTER TABLE "access_token" ADD "scopes" text array NOT NULL DEFAULT '{read,act,admin}'`,
  `ALTER TABLE "access_token" ALTER COLUMN "scopes" DROP DEFAULT`,
  `ALTER TABLE "access_token" ADD "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now() + interval '90 days'`,
  `ALTER TABLE "access_token" ALTER COLUMN "expires_at" DROP DEFAULT`,
  `ALTER TABLE "account" DROP COLUMN "failed_attempts"`,
  `ALTER TABLE "account" DROP COLUMN "locked_until"`,
  `CREATE TABLE "login_attempt" (
    "login_hash" text NOT NULL,
    "network" text NOT NULL,
    "failed" integer NOT NULL,
    "last_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "locked_until" TIMESTAMP(3) WITH TIME ZONE,
    CONSTRAINT "PK_login_attempt" PRIMARY KEY ("login_hash", "network")
  )`,
  `CREATE INDEX "login_attempt_last" ON "login_attempt" ("last_at")`,
  `CREATE TABLE "access_event" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "actor_id" uuid,
    "kind" text NOT NULL,
    "params" jsonb NOT NULL DEFAULT '{}',
    "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "PK_access_event" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "access_event_person" ON "access_event" ("person_id", "at", "id")`,
  `ALTER TABLE "access_event" ADD CONSTRAINT "FK_b8f50c95b98c26a93fcba299ad2" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "access_event" ADD CONSTRAINT "FK_da37cd94120d254e5812bd6699e" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "access_event" ADD CONSTRAINT "FK_e6bfb07d5dc562b900c62964843" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `CREATE TABLE "answered_press" (
    "person_id" uuid NOT NULL,
    "key_hash" text NOT NULL,
    "press_hash" text NOT NULL,
    "status" integer,
    "answer" text,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "PK_answered_press" PRIMARY KEY ("person_id", "key_hash")
  )`,
  `CREATE INDEX "answered_press_created" ON "answered_press" ("created_at")`,
  ACCESS_ENDED,
  ended('session', 'DELETE', 'person_id'),
  ended('access_token', 'UPDATE OF "revoked_at"', 'person_id', 'WHEN (OLD."revoked_at" IS NULL AND NEW."revoked_at" IS NOT NULL)'),
  ended('account', 'UPDATE OF "sessions_epoch"', 'person_id', 'WHEN (OLD."sessions_epoch" <> NEW."sessions_epoch")'),
  ended('person', 'UPDATE OF "active"', 'id', 'WHEN (OLD."active" AND NOT NEW."active")'),
];

const BACK = [
  ...['session', 'access_token', 'account', 'person'].map((table) => `DROP TRIGGER "${table}_access_ended" ON "${table}"`),
  'DROP FUNCTION access_ended()',
  'DROP TABLE "answered_press", "access_event", "login_attempt"',
  `ALTER TABLE "account" ADD "locked_until" TIMESTAMP(3) WITH TIME ZONE`,
  `ALTER TABLE "account" ADD "failed_attempts" integer NOT NULL DEFAULT '0'`,
  `ALTER TABLE "access_token" DROP COLUMN "expires_at"`,
  `ALTER TABLE "access_token" DROP COLUMN "scopes"`,
];

/** Tokens end and say what they may do; guessing is counted by name and network; presses are answered once; what changes somebody's access is noted. */
export class Doors1764200000300 implements MigrationInterface {
  name = 'Doors1764200000300';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of BACK) await runner.query(statement);
  }
}
