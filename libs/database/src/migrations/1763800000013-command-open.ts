import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The row of a command and, where it is new, the facts that its request is judged by: one trip instead of two. Answers null for a key that is there.
 * `p_facts` is what `request_facts` takes; null where the request is not known.
 */
const COMMAND_OPEN = `
CREATE FUNCTION command_open(p_id uuid, p_company uuid, p_body jsonb, p_hash text, p_facts jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO command (id, company_id, actor_id, request_id, type, body, body_hash, attempt)
    VALUES (p_id, p_company, (p_body->>'actor')::uuid, (p_body->>'requestId')::uuid, p_body->>'type', p_body, p_hash, 1) ON CONFLICT (id) DO NOTHING;
  IF NOT FOUND THEN RETURN NULL; END IF;
  RETURN jsonb_build_object('read', CASE WHEN p_facts IS NOT NULL THEN request_facts(p_facts) END);
END $$`;

/** PostgreSQL writes a SQL function out into its caller only where it claims no more than its body does: `to_char` and `jsonb_build_object` are stable. */
const WRITTEN_OUT = ['iso_time(timestamptz)', 'request_head(request, definition, company)'];

export class CommandOpen1763800000013 implements MigrationInterface {
  name = 'CommandOpen1763800000013';

  async up(runner: QueryRunner): Promise<void> {
    for (const signature of WRITTEN_OUT) await runner.query(`ALTER FUNCTION ${signature} STABLE`);
    await runner.query(COMMAND_OPEN);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION command_open');
    for (const signature of WRITTEN_OUT) await runner.query(`ALTER FUNCTION ${signature} IMMUTABLE`);
  }
}
