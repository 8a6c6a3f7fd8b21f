import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "account" (
    "person_id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "login" text NOT NULL,
    "password_hash" text,
    "sessions_epoch" integer NOT NULL DEFAULT '0',
    CONSTRAINT "PK_73b5a14ecc8f5529ea98a746d51" PRIMARY KEY ("person_id")
  )`,
  `CREATE TABLE "session" (
    "token_hash" text NOT NULL,
    "person_id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "epoch" integer NOT NULL DEFAULT '0',
    "csrf" text NOT NULL,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "last_seen" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT "PK_a83507eb0338ac037780e02f2b9" PRIMARY KEY ("token_hash")
  )`,
  `CREATE TABLE "access_token" (
    "id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "name" text NOT NULL,
    "token_hash" text NOT NULL,
    "prefix" text NOT NULL,
    "created_by" uuid NOT NULL,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "last_used_at" TIMESTAMP(3) WITH TIME ZONE,
    "revoked_at" TIMESTAMP(3) WITH TIME ZONE,
    "scopes" text array NOT NULL,
    "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT "PK_f20f028607b2603deabd8182d12" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "login_link" (
    "hash" text NOT NULL,
    "person_id" uuid,
    "company_id" uuid,
    "purpose" text NOT NULL,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "used_at" TIMESTAMP(3) WITH TIME ZONE,
    CONSTRAINT "PK_60976b71b3cc7de8ce648a31a6e" PRIMARY KEY ("hash")
  )`,
  `CREATE TABLE "login_attempt" (
    "login_hash" text NOT NULL,
    "network" text NOT NULL,
    "failed" integer NOT NULL,
    "last_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "locked_until" TIMESTAMP(3) WITH TIME ZONE,
    "succeeded_at" TIMESTAMP(3) WITH TIME ZONE,
    CONSTRAINT "PK_login_attempt" PRIMARY KEY ("login_hash", "network")
  )`,
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
  `CREATE TABLE "answered_press" (
    "person_id" uuid NOT NULL,
    "key_hash" text NOT NULL,
    "press_hash" text NOT NULL,
    "status" integer,
    "answer" text,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "PK_answered_press" PRIMARY KEY ("person_id", "key_hash")
  )`,
  `CREATE TABLE "saved_filter" (
    "person_id" uuid NOT NULL,
    "id" text NOT NULL,
    "company_id" uuid NOT NULL,
    "name" text,
    "filters" jsonb NOT NULL DEFAULT '{}',
    "removed" boolean NOT NULL DEFAULT false,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "PK_saved_filter" PRIMARY KEY ("person_id", "id")
  )`,
  `CREATE INDEX "access_event_person" ON "access_event" ("person_id", "at", "id")`,
  `CREATE INDEX "access_token_person" ON "access_token" ("person_id")`,
  `CREATE UNIQUE INDEX "access_token_token_unique" ON "access_token" ("token_hash")`,
  `CREATE UNIQUE INDEX "account_login_unique" ON "account" ("login")`,
  `CREATE INDEX "answered_press_created" ON "answered_press" ("created_at")`,
  `CREATE INDEX "login_attempt_last" ON "login_attempt" ("last_at")`,
  `CREATE INDEX "session_person" ON "session" ("person_id")`,
  `ALTER TABLE "account" ADD CONSTRAINT "FK_308c63fcacc9d9d42dc9af6a04c" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "account" ADD CONSTRAINT "FK_73b5a14ecc8f5529ea98a746d51" FOREIGN KEY ("person_id") REFERENCES "person"("id")`,
  `ALTER TABLE "session" ADD CONSTRAINT "FK_5c6e00902a1344d01a8d90f33cf" FOREIGN KEY ("person_id") REFERENCES "person"("id")`,
  `ALTER TABLE "session" ADD CONSTRAINT "FK_e7e61884e53ef5b631771a42fb5" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "access_token" ADD CONSTRAINT "FK_b4860c04a53ead3c2ddbd9485f4" FOREIGN KEY ("person_id") REFERENCES "person"("id")`,
  `ALTER TABLE "access_token" ADD CONSTRAINT "FK_c3b3a1341bc629902c1384aee1b" FOREIGN KEY ("created_by") REFERENCES "person"("id")`,
  `ALTER TABLE "access_token" ADD CONSTRAINT "FK_ce3a2917e8b03618919789d5cbd" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "login_link" ADD CONSTRAINT "FK_51d08ecda6f9521b128605aacf5" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "login_link" ADD CONSTRAINT "FK_ef41172bb6c9f7edba48431adab" FOREIGN KEY ("person_id") REFERENCES "person"("id")`,
  `ALTER TABLE "access_event" ADD CONSTRAINT "FK_b8f50c95b98c26a93fcba299ad2" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "access_event" ADD CONSTRAINT "FK_da37cd94120d254e5812bd6699e" FOREIGN KEY ("person_id") REFERENCES "person"("id")`,
  `ALTER TABLE "access_event" ADD CONSTRAINT "FK_e6bfb07d5dc562b900c62964843" FOREIGN KEY ("actor_id") REFERENCES "person"("id")`,
];

/** How people get in, what they may do there, and what their browsers have sent already. */
export class Access1764300000002 implements MigrationInterface {
  name = 'Access1764300000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE "saved_filter", "answered_press", "access_event", "login_attempt", "login_link", "access_token", "session", "account"',
    );
  }
}
