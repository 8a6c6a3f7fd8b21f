import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

const rule = (plan: string): string =>
  `CHECK (control = 'warn' OR planned + moved + extended + greatest(${plan}, 0) * tolerance / 1000 >= reserved + committed + (spent - outside))`;
const RULE = '"budget_line_not_oversold"';

/** What one line of a budget gives, another gets: facts speak of both, and the tolerance of a line is a part of its plan, whatever was moved since. */
export class BudgetTransfers1764400021000 implements MigrationInterface {
  name = 'BudgetTransfers1764400021000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "budget_line" DROP CONSTRAINT ${RULE}, ADD CONSTRAINT ${RULE} ${rule('planned')}`);
    await installFunctions(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "budget_line" DROP CONSTRAINT ${RULE}, ADD CONSTRAINT ${RULE} ${rule('planned + moved')}`);
  }
}
