import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

/** A process may always spend on one category, without a field that says so. */
export class BudgetsOfOneCategory1764400014000 implements MigrationInterface {
  name = 'BudgetsOfOneCategory1764400014000';

  async up(runner: QueryRunner): Promise<void> {
    await installFunctions(runner);
  }

  async down(): Promise<void> {}
}
