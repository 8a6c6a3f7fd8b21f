import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEY = (columns: string): string[] => [
  'ALTER TABLE "started_event" DROP CONSTRAINT "PK_started_event"',
  `ALTER TABLE "started_event" ADD CONSTRAINT "PK_started_event" PRIMARY KEY (${columns})`,
];

/** The name of an event is its teller's: another account may call something of its own the same. */
export class EventsOfTellers1764400003500 implements MigrationInterface {
  name = 'EventsOfTellers1764400003500';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of KEY('"company_id", "definition_key", "event", "actor_id"')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of KEY('"company_id", "definition_key", "event"')) await runner.query(statement);
  }
}
