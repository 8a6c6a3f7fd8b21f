import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

/** Where several steps are stuck, the owners of those that still are keep their tasks. */
export class OwnersOfSteps1764400011000 implements MigrationInterface {
  name = 'OwnersOfSteps1764400011000';

  async up(runner: QueryRunner): Promise<void> {
    await installFunctions(runner);
  }

  async down(): Promise<void> {}
}
