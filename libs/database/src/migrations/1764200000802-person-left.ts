import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

/** Sessions, tokens and links end with the person whom they let in. */
export class PersonLeft1764200000802 implements MigrationInterface {
  name = 'PersonLeft1764200000802';

  async up(runner: QueryRunner): Promise<void> {
    await installFunctions(runner);
    await runner.query(
      `CREATE TRIGGER "person_left" AFTER UPDATE OF "active" ON "person" FOR EACH ROW WHEN (OLD.active AND NOT NEW.active) EXECUTE FUNCTION person_left()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER "person_left" ON "person"');
    await runner.query('DROP FUNCTION person_left()');
  }
}
