import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // With room beside each row: decisions change it in place, as long as they change nothing that an index holds.
  `CREATE TABLE "request" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "definition_id" uuid NOT NULL,
    "number" text,
    "requester_id" uuid NOT NULL,
    "status" text NOT NULL DEFAULT 'draft',
    "n" integer NOT NULL DEFAULT '0',
    "hash" text,
    "chain_hash" text,
    "state" jsonb,
    "form" jsonb NOT NULL DEFAULT '{}',
    "choices" jsonb NOT NULL DEFAULT '{}',
    "row_title" jsonb,
    "amount_minor" bigint,
    "currency" text,
    "current_step" text,
    "due_at" TIMESTAMP(3) WITH TIME ZONE,
    "round" integer NOT NULL DEFAULT '0',
    "submitted_at" TIMESTAMP(3) WITH TIME ZONE,
    "finished_at" TIMESTAMP(3) WITH TIME ZONE,
    "closed_at" TIMESTAMP(3) WITH TIME ZONE,
    "outcome" text,
    "diverged" jsonb,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "revision" jsonb,
    "begun_with" uuid,
    "definition_key" text,
    "listed_at" TIMESTAMP(3) WITH TIME ZONE,
    "listed_amount" bigint,
    CONSTRAINT "PK_167d324701e6867f189aed52e18" PRIMARY KEY ("id")
  ) WITH (fillfactor = 70)`,
  `CREATE TABLE "request_round" (
    "request_id" uuid NOT NULL,
    "round" integer NOT NULL,
    "company_id" uuid NOT NULL,
    "form" jsonb NOT NULL,
    "submitted_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT "PK_d56f276b0edb4f7ffd1ef95892d" PRIMARY KEY ("request_id", "round")
  )`,
  `CREATE TABLE "transition" (
    "request_id" uuid NOT NULL,
    "n" integer NOT NULL,
    "company_id" uuid NOT NULL,
    "command_id" text NOT NULL,
    "type" text NOT NULL,
    "actor_id" uuid,
    "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "command" jsonb NOT NULL,
    "facts" jsonb NOT NULL,
    "events" jsonb NOT NULL,
    "comment" text,
    "fields" jsonb,
    "overwritten" jsonb,
    "hash" text NOT NULL,
    "previous_chain" text NOT NULL,
    "chain" text NOT NULL,
    "derived" jsonb,
    CONSTRAINT "PK_e02d3e178f8ff46d8d6d6211381" PRIMARY KEY ("request_id", "n")
  )`,
  `CREATE TABLE "command" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "actor_id" uuid NOT NULL,
    "request_id" uuid NOT NULL,
    "type" text NOT NULL,
    "body" jsonb NOT NULL,
    "body_hash" text NOT NULL,
    "status" text NOT NULL DEFAULT 'open',
    "n" integer,
    "attempt" integer NOT NULL DEFAULT '0',
    "outcome" jsonb,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "undelivered" jsonb,
    CONSTRAINT "PK_5bfa4e1cb54b62f512078f3e7cb" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "task" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "request_id" uuid NOT NULL,
    "step" text NOT NULL,
    "kind" text NOT NULL,
    "generation" integer NOT NULL,
    "seat" integer NOT NULL,
    "person_id" uuid NOT NULL,
    "status" text NOT NULL DEFAULT 'open',
    "decision" text,
    "closing" text,
    "opened_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "closed_at" TIMESTAMP(3) WITH TIME ZONE,
    "due_at" TIMESTAMP(3) WITH TIME ZONE,
    "derivation" jsonb,
    CONSTRAINT "PK_fb213f79ee45060ba925ecd576e" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "claimed_value" (
    "company_id" uuid NOT NULL,
    "check_name" text NOT NULL,
    "value" text NOT NULL,
    "request_id" uuid NOT NULL,
    CONSTRAINT "PK_3bf9125a0d844d9c3bafa0dff67" PRIMARY KEY ("company_id", "check_name", "value")
  )`,
  `CREATE TABLE "comment" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "request_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "text" text NOT NULL,
    "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "PK_0b0e4bbc8415ec426f87f3a88e2" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "claimed_value_request" ON "claimed_value" ("request_id")`,
  `CREATE INDEX "command_request" ON "command" ("request_id")`,
  `CREATE INDEX "command_undelivered" ON "command" ("company_id", "updated_at") WHERE status = 'undelivered'`,
  `CREATE INDEX "command_unsettled" ON "command" ("updated_at") WHERE status IN ('open', 'done')`,
  `CREATE INDEX "comment_request" ON "comment" ("request_id", "at")`,
  `CREATE INDEX "request_by_definition" ON "request" ("company_id", "definition_key", "listed_at", "id") WHERE listed_at IS NOT NULL`,
  `CREATE INDEX "request_by_status" ON "request" ("company_id", "status", "listed_at", "id") WHERE listed_at IS NOT NULL`,
  `CREATE INDEX "request_definition" ON "request" ("definition_id")`,
  `CREATE INDEX "request_drafts" ON "request" ("requester_id", "created_at", "id") WHERE listed_at IS NULL`,
  `CREATE INDEX "request_listed" ON "request" ("company_id", "listed_at", "id") WHERE listed_at IS NOT NULL`,
  `CREATE UNIQUE INDEX "request_number" ON "request" ("company_id", "number")`,
  `CREATE INDEX "task_open" ON "task" ("person_id") WHERE status = 'open'`,
  `CREATE INDEX "task_request" ON "task" ("request_id", "step", "generation")`,
  `CREATE UNIQUE INDEX "transition_command" ON "transition" ("command_id")`,
  `ALTER TABLE "request" ADD CONSTRAINT "FK_30f0550a69bfc4732e291b41557" FOREIGN KEY ("requester_id") REFERENCES "person"("id")`,
  `ALTER TABLE "request" ADD CONSTRAINT "FK_5db5cab8a309bd0e5fb0c5fa80a" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "request" ADD CONSTRAINT "FK_cc5350fd0f8727050f20d0ba78b" FOREIGN KEY ("definition_id") REFERENCES "definition"("id")`,
  `ALTER TABLE "request_round" ADD CONSTRAINT "FK_fa993c4507ae0d7df41146df30e" FOREIGN KEY ("request_id") REFERENCES "request"("id")`,
  `ALTER TABLE "transition" ADD CONSTRAINT "FK_a439b9a479c47e3cbf502eca4c5" FOREIGN KEY ("request_id") REFERENCES "request"("id")`,
  `ALTER TABLE "command" ADD CONSTRAINT "FK_cf2e37b4846e63f76ed63aae3d5" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE`,
  `ALTER TABLE "task" ADD CONSTRAINT "FK_58195ea28129bb0ed5e91760c5c" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE`,
  `ALTER TABLE "claimed_value" ADD CONSTRAINT "FK_e7af31f42a239c6a5fb28da7b23" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE`,
  `ALTER TABLE "comment" ADD CONSTRAINT "FK_67f4272c51efb44e3fd23db9d2e" FOREIGN KEY ("request_id") REFERENCES "request"("id") ON DELETE CASCADE`,
];

/** Requests, their journal, and what is derived from it. */
export class Requests1764300000004 implements MigrationInterface {
  name = 'Requests1764300000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "comment", "claimed_value", "task", "command", "transition", "request_round", "request"');
  }
}
