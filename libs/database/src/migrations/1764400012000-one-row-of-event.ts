import type { MigrationInterface, QueryRunner } from 'typeorm';
import { installFunctions } from '../functions';

const INDEX = (unique: string): string[] => [
  'DROP INDEX "started_event_request"',
  `CREATE ${unique} INDEX "started_event_request" ON "started_event" ("request_id")`,
];
/** Two spellings that were told at one moment: the first stays. */
const SPELT_TWICE = `
  DELETE FROM "started_event" e USING "started_event" o WHERE o.request_id = e.request_id AND (o.at, o.event) < (e.at, e.event)`;

/** An event has one row, however it is spelt and however many tell of it at once. What was decided while the directory changed is looked at again. */
export class OneRowOfEvent1764400012000 implements MigrationInterface {
  name = 'OneRowOfEvent1764400012000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [SPELT_TWICE, ...INDEX('UNIQUE')]) await runner.query(statement);
    await installFunctions(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of INDEX('')) await runner.query(statement);
  }
}
