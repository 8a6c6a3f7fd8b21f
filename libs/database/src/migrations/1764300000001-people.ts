import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "company" (
    "id" uuid NOT NULL,
    "key" text NOT NULL,
    "name" jsonb NOT NULL,
    "time_zone" text NOT NULL,
    "currency" text NOT NULL,
    "directory_version" bigint NOT NULL DEFAULT '0',
    CONSTRAINT "PK_056f7854a7afdba7cbd6d45fc20" PRIMARY KEY ("id"),
    CONSTRAINT "company_currency" CHECK ("currency" ~ '^[A-Z]{3}$')
  )`,
  `CREATE TABLE "unit" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "key" text NOT NULL,
    "kind" text NOT NULL,
    "name" jsonb NOT NULL,
    "parent_id" uuid,
    "path" uuid array NOT NULL,
    CONSTRAINT "PK_4252c4be609041e559f0c80f58a" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "person" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "key" text NOT NULL,
    "name" jsonb NOT NULL,
    "email" text,
    "language" text NOT NULL DEFAULT 'zh',
    "active" boolean NOT NULL DEFAULT true,
    "single_keys" boolean NOT NULL DEFAULT true,
    CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "position" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "key" text NOT NULL,
    "person_id" uuid,
    "role" text NOT NULL,
    "unit_id" uuid NOT NULL,
    "title" jsonb NOT NULL,
    "grade" text NOT NULL,
    "superior_id" uuid,
    "covers" uuid array NOT NULL DEFAULT '{}',
    "is_primary" boolean NOT NULL DEFAULT true,
    "valid_from" date,
    "valid_to" date,
    CONSTRAINT "PK_b7f483581562b4dc62ae1a5b7e2" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "authority_grant" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "key" text NOT NULL,
    "kind" text NOT NULL,
    "matter" text NOT NULL,
    "role" text,
    "person_id" uuid,
    "scope_unit_id" uuid,
    "limit_value" jsonb,
    "plan" text NOT NULL DEFAULT 'any',
    "state" text NOT NULL DEFAULT 'granted',
    "withheld_reason" text,
    "valid_from" date,
    "valid_to" date,
    CONSTRAINT "PK_2c98651a8b2dce6793b95572aae" PRIMARY KEY ("id")
  )`,
  `CREATE TABLE "person_right" (
    "person_id" uuid NOT NULL,
    "right_name" text NOT NULL,
    "company_id" uuid NOT NULL,
    CONSTRAINT "PK_3e5ba74a372ddac72ecf4de0315" PRIMARY KEY ("person_id", "right_name")
  )`,
  `CREATE TABLE "role_title" (
    "company_id" uuid NOT NULL,
    "role" text NOT NULL,
    "title" jsonb NOT NULL,
    CONSTRAINT "PK_02450fef1f7f2e09ecde8bfae1a" PRIMARY KEY ("company_id", "role")
  )`,
  `CREATE TABLE "directory_review" (
    "company_id" uuid NOT NULL,
    "version" bigint NOT NULL DEFAULT '0',
    "day" date,
    "target_version" bigint,
    "target_day" date,
    "cursor" jsonb,
    "changed_by" uuid,
    "lease_until" TIMESTAMP(3) WITH TIME ZONE,
    "changes" text array NOT NULL DEFAULT '{}',
    CONSTRAINT "PK_directory_review" PRIMARY KEY ("company_id")
  )`,
  `CREATE UNIQUE INDEX "authority_grant_key" ON "authority_grant" ("company_id", "key")`,
  `CREATE INDEX "authority_grant_matter" ON "authority_grant" ("company_id", "matter")`,
  `CREATE UNIQUE INDEX "company_key_unique" ON "company" ("key")`,
  `CREATE UNIQUE INDEX "person_key" ON "person" ("company_id", "key")`,
  `CREATE INDEX "person_right_name" ON "person_right" ("company_id", "right_name")`,
  `CREATE UNIQUE INDEX "position_key" ON "position" ("company_id", "key")`,
  `CREATE INDEX "position_person" ON "position" ("person_id")`,
  `CREATE INDEX "position_role" ON "position" ("company_id", "role")`,
  `CREATE UNIQUE INDEX "unit_key" ON "unit" ("company_id", "key")`,
  `ALTER TABLE "unit" ADD CONSTRAINT "FK_33443cd5de3c6b130acfd6aba63" FOREIGN KEY ("parent_id") REFERENCES "unit"("id")`,
  `ALTER TABLE "unit" ADD CONSTRAINT "FK_88afac6e4253b4a479324ec5e35" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "person" ADD CONSTRAINT "FK_0dd3c460a540ec2963881e0912b" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "position" ADD CONSTRAINT "FK_1341903ee54016fde499b800d96" FOREIGN KEY ("unit_id") REFERENCES "unit"("id")`,
  `ALTER TABLE "position" ADD CONSTRAINT "FK_35a1ef1040bb2fc1a467248fd38" FOREIGN KEY ("person_id") REFERENCES "person"("id")`,
  `ALTER TABLE "position" ADD CONSTRAINT "FK_d21180bfc56ff2451c177379627" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "position" ADD CONSTRAINT "FK_e9f473cae69f4b20531a43ed5c9" FOREIGN KEY ("superior_id") REFERENCES "position"("id") DEFERRABLE INITIALLY DEFERRED`,
  `ALTER TABLE "authority_grant" ADD CONSTRAINT "FK_7e198ab5e3e83329232d3d46249" FOREIGN KEY ("person_id") REFERENCES "person"("id")`,
  `ALTER TABLE "authority_grant" ADD CONSTRAINT "FK_8eae9560086540ec2cc8db5f5a6" FOREIGN KEY ("scope_unit_id") REFERENCES "unit"("id")`,
  `ALTER TABLE "authority_grant" ADD CONSTRAINT "FK_cda3d596477f615312da531ee6e" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "person_right" ADD CONSTRAINT "FK_3c28c6abb7dfa6ff99b358adc45" FOREIGN KEY ("person_id") REFERENCES "person"("id")`,
  `ALTER TABLE "person_right" ADD CONSTRAINT "FK_d9f594339eeb48f646524350463" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "role_title" ADD CONSTRAINT "FK_ea35a465591a51d7cd1a894d91f" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "directory_review" ADD CONSTRAINT "FK_cd50ffbdbdd68c465d1bd2e357f" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
];

/** Companies, their units, people, positions, grants and rights; how far open requests have followed them. */
export class People1764300000001 implements MigrationInterface {
  name = 'People1764300000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE "directory_review", "role_title", "person_right", "authority_grant", "position", "person", "unit", "company"',
    );
  }
}
