import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

const SUMS = ['planned', 'moved', 'extended', 'reserved', 'committed', 'spent', 'outside'].map(
  (sum) => `"${sum}" bigint NOT NULL DEFAULT '0'`,
);
const key = (table: string, column: string, of: string): string =>
  `ALTER TABLE "${table}" ADD CONSTRAINT "FK_${table}_${column.replace(/_id$/, '')}" FOREIGN KEY ("${column}") REFERENCES "${of}"("id")`;

const STATEMENTS = [
  `CREATE TABLE "budget_category" (
    "company_id" uuid NOT NULL,
    "key" text NOT NULL,
    "title" jsonb NOT NULL,
    CONSTRAINT "PK_budget_category" PRIMARY KEY ("company_id", "key")
  )`,
  `CREATE TABLE "budget_plan" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "key" text NOT NULL,
    "title" jsonb NOT NULL,
    "version" integer NOT NULL,
    "effective_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "request_id" uuid,
    CONSTRAINT "PK_budget_plan" PRIMARY KEY ("id")
  )`,
  `CREATE UNIQUE INDEX "budget_plan_key" ON "budget_plan" ("company_id", "key")`,
  `CREATE TABLE "budget_line" (
    "id" uuid NOT NULL,
    "company_id" uuid NOT NULL,
    "plan_id" uuid NOT NULL,
    "unit_id" uuid NOT NULL,
    "category" text NOT NULL DEFAULT '',
    "from_day" date NOT NULL,
    "to_day" date NOT NULL,
    "currency" text NOT NULL,
    "control" text NOT NULL DEFAULT 'over-plan',
    "tolerance" smallint NOT NULL DEFAULT '0',
    "owner_id" uuid,
    ${SUMS.join(',\n    ')},
    CONSTRAINT "budget_line_not_negative" CHECK (reserved >= 0 AND committed >= 0 AND spent >= outside AND tolerance >= 0),
    CONSTRAINT "budget_line_not_oversold" CHECK (control = 'warn' OR planned + moved + extended + greatest(planned + moved, 0) * tolerance / 1000 >= reserved + committed + (spent - outside)),
    CONSTRAINT "PK_budget_line" PRIMARY KEY ("id")
  )`,
  `CREATE UNIQUE INDEX "budget_line_place" ON "budget_line" ("plan_id", "unit_id", "category", "from_day", "to_day")`,
  `CREATE INDEX "budget_line_unit" ON "budget_line" ("unit_id", "to_day", "from_day")`,
  `CREATE INDEX "budget_line_period" ON "budget_line" ("company_id", "to_day", "from_day", "id")`,
  `CREATE TABLE "budget_movement" (
    "id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    "company_id" uuid NOT NULL,
    "line_id" uuid NOT NULL,
    "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    "kind" text NOT NULL,
    ${SUMS.join(',\n    ')},
    "request_id" uuid,
    "n" integer,
    "actor_id" uuid,
    "note" text,
    "reference" text,
    CONSTRAINT "PK_budget_movement" PRIMARY KEY ("id")
  )`,
  `CREATE INDEX "budget_movement_line" ON "budget_movement" ("line_id", "id")`,
  `CREATE UNIQUE INDEX "budget_movement_request" ON "budget_movement" ("request_id", "n", "line_id", "kind") WHERE request_id IS NOT NULL`,
  `CREATE UNIQUE INDEX "budget_movement_reference" ON "budget_movement" ("company_id", "reference") WHERE reference IS NOT NULL`,
  key('budget_category', 'company_id', 'company'),
  key('budget_plan', 'company_id', 'company'),
  key('budget_plan', 'request_id', 'request'),
  key('budget_line', 'company_id', 'company'),
  key('budget_line', 'plan_id', 'budget_plan'),
  key('budget_line', 'unit_id', 'unit'),
  key('budget_line', 'owner_id', 'person'),
  key('budget_movement', 'company_id', 'company'),
  key('budget_movement', 'line_id', 'budget_line'),
  key('budget_movement', 'request_id', 'request'),
  key('budget_movement', 'actor_id', 'person'),
];
const STAYS = `CREATE TRIGGER "movement_stays" BEFORE UPDATE OR DELETE ON "budget_movement" FOR EACH ROW EXECUTE FUNCTION row_stays()`;

/** Plans, their lines, and the ledger of what is done with them. */
export class Budgets1764400005000 implements MigrationInterface {
  name = 'Budgets1764400005000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await installFunctions(runner);
    await runner.query(STAYS);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['budget_movement', 'budget_line', 'budget_plan', 'budget_category']) await runner.query(`DROP TABLE "${table}"`);
  }
}
