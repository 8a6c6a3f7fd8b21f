import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  // What was told before is not sent after the event.
  `ALTER TABLE "notification" ADD "mail_at" TIMESTAMP(3) WITH TIME ZONE`,
  `ALTER TABLE "notification" ALTER COLUMN "mail_at" SET DEFAULT now()`,
  `CREATE INDEX "notification_mail" ON "notification" ("mail_at") WHERE mail_at IS NOT NULL`,
  `CREATE TABLE "mail" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "notices" uuid array NOT NULL,
    "state" text NOT NULL DEFAULT 'waiting',
    "next_attempt_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "attempts" integer NOT NULL DEFAULT '0',
    "last_error" text,
    "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT now(),
    CONSTRAINT "PK_5407da42b983ba54c6c62d462d3" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "mail_age" ON "mail" ("created_at")`,
  `CREATE INDEX "mail_dead" ON "mail" ("company_id", "updated_at", "id") WHERE state = 'dead'`,
  `CREATE INDEX "mail_waiting" ON "mail" ("next_attempt_at") WHERE state IN ('waiting', 'claimed')`,
  `CREATE TABLE "mail_wishes" (
    "person_id" uuid NOT NULL,
    "wishes" jsonb NOT NULL,
    CONSTRAINT "PK_b77293afc2887a163e51be29bc5" PRIMARY KEY ("person_id")
  )`,
  `ALTER TABLE "mail" ADD CONSTRAINT "FK_0d723a93182cd3c9515da1f20bf" FOREIGN KEY ("person_id") REFERENCES "person"("id")`,
  `ALTER TABLE "mail_wishes" ADD CONSTRAINT "FK_b77293afc2887a163e51be29bc5" FOREIGN KEY ("person_id") REFERENCES "person"("id")`,
];

/** Notices by mail: what is to be sent, and how people wish it. */
export class Mail1764400001100 implements MigrationInterface {
  name = 'Mail1764400001100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "mail_wishes", "mail"');
    await runner.query('ALTER TABLE "notification" DROP COLUMN "mail_at"');
  }
}
