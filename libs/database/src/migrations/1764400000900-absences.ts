import type { MigrationInterface, QueryRunner } from 'typeorm';

const EVENTS = {
  insert: 'REFERENCING NEW TABLE AS changed',
  update: 'REFERENCING OLD TABLE AS was NEW TABLE AS changed',
  delete: 'REFERENCING OLD TABLE AS changed',
  truncate: '',
};

const STATEMENTS = [
  `CREATE TABLE "absence" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "stand_in_id" uuid NOT NULL,
    "processes" text array,
    "from_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "to_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "reason" text NOT NULL,
    "state" text NOT NULL,
    "entered_by" uuid NOT NULL,
    "entered_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL DEFAULT clock_timestamp(),
    "answered_at" TIMESTAMP(3) WITH TIME ZONE,
    CONSTRAINT "PK_absence" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "absence_person" ON "absence" ("person_id", "from_at")`,
  `CREATE INDEX "absence_stand_in" ON "absence" ("stand_in_id", "from_at")`,
  `CREATE INDEX "absence_due" ON "absence" ("state", "from_at") WHERE state IN ('accepted', 'running')`,
  `ALTER TABLE "absence" ADD CONSTRAINT "FK_absence_company" FOREIGN KEY ("company_id") REFERENCES "company"("id")`,
  `ALTER TABLE "absence" ADD CONSTRAINT "FK_absence_person" FOREIGN KEY ("person_id") REFERENCES "person"("id")`,
  `ALTER TABLE "absence" ADD CONSTRAINT "FK_absence_stand_in" FOREIGN KEY ("stand_in_id") REFERENCES "person"("id")`,
  `ALTER TABLE "absence" ADD CONSTRAINT "FK_absence_entered_by" FOREIGN KEY ("entered_by") REFERENCES "person"("id")`,
  `CREATE TABLE "away" (
    "absence_id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "stand_in_id" uuid NOT NULL,
    "processes" text array,
    "until" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT "PK_away" PRIMARY KEY ("absence_id")
  )`,
  `CREATE INDEX "away_person" ON "away" ("person_id")`,
  `CREATE INDEX "away_company" ON "away" ("company_id")`,
  `ALTER TABLE "away" ADD CONSTRAINT "FK_away_absence" FOREIGN KEY ("absence_id") REFERENCES "absence"("id") ON DELETE CASCADE`,
  ...Object.entries(EVENTS).map(
    ([event, rows]) =>
      `CREATE TRIGGER "directory_${event}" AFTER ${event.toUpperCase()} ON "away" ${rows} FOR EACH STATEMENT EXECUTE FUNCTION directory_changed()`,
  ),
];

/** Who is away when, who stands in for them, and who is away now. */
export class Absences1764400000900 implements MigrationInterface {
  name = 'Absences1764400000900';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "away"');
    await runner.query('DROP TABLE "absence"');
  }
}
