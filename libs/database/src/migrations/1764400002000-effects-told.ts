import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of what was given up its request may know: it is then begun again by an operation of that request, and by nothing else. */
export class EffectsTold1764400002000 implements MigrationInterface {
  name = 'EffectsTold1764400002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "outbox" ADD "told" boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "outbox" DROP COLUMN "told"');
  }
}
