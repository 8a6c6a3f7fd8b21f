import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions, SEARCHED } from '../functions';

/** Search finds signs that are neither letters nor digits by their keys too. */
export class SearchedSigns1764400004201 implements MigrationInterface {
  name = 'SearchedSigns1764400004201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "request_text_grams"');
    await installFunctions(runner);
    await runner.query(`CREATE INDEX "request_text_grams" ON "request_text" USING gin (search_grams(${SEARCHED}))`);
  }

  /** The keys that are too many do no harm. */
  async down(): Promise<void> {}
}
