import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

/** Of a list each person's task is due with the first item that is theirs to do. */
export class DuesOfItems1764400004300 implements MigrationInterface {
  name = 'DuesOfItems1764400004300';

  async up(runner: QueryRunner): Promise<void> {
    await installFunctions(runner);
  }

  async down(): Promise<void> {}
}
