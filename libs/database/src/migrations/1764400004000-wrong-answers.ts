import type { MigrationInterface, QueryRunner } from 'typeorm';

const KEY = (columns: string): string[] => [
  'ALTER TABLE "call_answer" DROP CONSTRAINT "PK_call_answer"',
  `ALTER TABLE "call_answer" ADD CONSTRAINT "PK_call_answer" PRIMARY KEY (${columns})`,
];

/** A call that was answered with what is no use may be answered again: its request hears of both. */
export class WrongAnswers1764400004000 implements MigrationInterface {
  name = 'WrongAnswers1764400004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "call_answer" ADD "wrong" boolean NOT NULL DEFAULT false');
    for (const statement of KEY('"request_id", "call", "wrong"')) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM "call_answer" WHERE wrong');
    for (const statement of KEY('"request_id", "call"')) await runner.query(statement);
    await runner.query('ALTER TABLE "call_answer" DROP COLUMN "wrong"');
  }
}
