import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECORD_WRITE, WRITE_TASKS } from './1763800000008-record-write';

/** A task that opens again is explained as it was before; the owners' tasks of a blocked step count generations of their own. */
export const TASKS_BY_KIND = `
CREATE OR REPLACE FUNCTION write_tasks(p jsonb, r uuid, c uuid, p_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF jsonb_array_length(p->'decided') > 0 THEN
    UPDATE task SET status = 'decided', decision = x.decision, closed_at = p_at
      FROM jsonb_to_recordset(p->'decided') AS x(id uuid, decision text) WHERE task.id = x.id;
  END IF;
  IF jsonb_array_length(p->'closed') > 0 THEN
    UPDATE task SET status = 'closed', closing = x.reason, closed_at = p_at
      FROM jsonb_to_recordset(p->'closed') AS x(id uuid, reason text) WHERE task.id = x.id;
  END IF;
  IF p->>'unblocked' IS NOT NULL THEN
    UPDATE task SET status = 'closed', closing = p->>'unblocked', closed_at = p_at WHERE request_id = r AND kind = 'unblock' AND status = 'open';
  END IF;
  IF jsonb_array_length(p->'opened') > 0 THEN
    INSERT INTO task (id, company_id, request_id, step, kind, generation, seat, person_id, opened_at, due_at, derivation)
      SELECT x.id, c, r, x.step, x.kind, x.generation, x.seat, x."personId", p_at, x."dueAt",
        coalesce(x.derivation, (SELECT t.derivation FROM task t WHERE t.request_id = r AND t.step = x.step AND (t.kind = 'unblock') = (x.kind = 'unblock')
          AND t.derivation IS NOT NULL ORDER BY t.generation DESC LIMIT 1))
      FROM jsonb_to_recordset(p->'opened') AS x(id uuid, step text, kind text, generation integer, seat integer, "personId" uuid, "dueAt" timestamptz, derivation jsonb);
  END IF;
  IF jsonb_array_length(p->'copies') > 0 THEN
    INSERT INTO copy (request_id, person_id, step, company_id, at)
      SELECT r, x."personId", x.step, c, p_at FROM jsonb_to_recordset(p->'copies') AS x("personId" uuid, step text) ON CONFLICT DO NOTHING;
  END IF;
  IF jsonb_array_length(p->'participants') > 0 THEN
    INSERT INTO participant (request_id, person_id, company_id)
      SELECT r, x::uuid, c FROM jsonb_array_elements_text(p->'participants') AS x ON CONFLICT DO NOTHING;
  END IF;
END $$`;

/** The journal keeps what was read of the directory at that moment and stands in no fact; a block leaves the line of lists as it is. */
export const RECORD_WRITE_DERIVED = `
CREATE OR REPLACE FUNCTION record_write(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE
  r uuid := (p->>'requestId')::uuid;
  c uuid := (p->>'companyId')::uuid;
  t jsonb := p->'transition';
  q jsonb := p->'request';
  v_n integer := (t->>'n')::integer;
  v_at timestamptz := (t->>'at')::timestamptz;
  v_number text;
BEGIN
  IF p->>'numberPrefix' IS NOT NULL THEN v_number := next_number(c, p->>'numberPrefix', v_at); END IF;
  INSERT INTO transition (request_id, n, company_id, command_id, type, actor_id, at, command, facts, events, comment, fields, overwritten, derived, hash, previous_chain, chain)
    VALUES (r, v_n, c, t->>'commandId', t->>'type', (t->>'actorId')::uuid, v_at, t->'command', t->'facts', t->'events', t->>'comment', nullif(t->'fields', 'null'), nullif(t->'overwritten', 'null'), t->'derived', t->>'hash', t->>'previousChain', t->>'chain');
  UPDATE request SET n = v_n, hash = t->>'hash', chain_hash = t->>'chain', state = q->'state', form = coalesce(nullif(q->'form', 'null'), form), status = q->>'status',
      number = coalesce(number, v_number), row_title = coalesce(nullif(replace((q->'rowTitle')::text, '#number#', coalesce(v_number, number, ''))::jsonb, 'null'), row_title),
      amount_minor = (q->>'amountMinor')::bigint, currency = q->>'currency', current_step = q->>'currentStep', due_at = (q->>'dueAt')::timestamptz,
      round = (q->>'round')::integer, submitted_at = coalesce(submitted_at, (q->>'submittedAt')::timestamptz), finished_at = (q->>'finishedAt')::timestamptz,
      closed_at = (q->>'closedAt')::timestamptz, outcome = q->>'outcome', updated_at = v_at
    WHERE id = r;
  IF nullif(p->'roundForm', 'null') IS NOT NULL THEN
    INSERT INTO request_round (request_id, round, company_id, form, submitted_at) VALUES (r, (q->>'round')::integer, c, p->'roundForm', v_at);
  END IF;
  PERFORM write_tasks(p, r, c, v_at);
  IF nullif(p->'claims', 'null') IS NOT NULL THEN PERFORM write_claims(p->'claims', r, c); END IF;
  IF (p->>'cancelEffects')::boolean THEN
    UPDATE outbox SET state = 'cancelled', updated_at = v_at WHERE request_id = r AND n = v_n - 1 AND not_before IS NOT NULL AND state = 'waiting';
  END IF;
  IF jsonb_array_length(p->'outbox') > 0 THEN
    INSERT INTO outbox (company_id, request_id, n, key, effect, not_before, next_attempt_at, created_at, updated_at)
      SELECT c, r, v_n, x.key, x.effect, x."notBefore", coalesce(x."notBefore", v_at), v_at, v_at
      FROM jsonb_to_recordset(p->'outbox') AS x(key text, effect jsonb, "notBefore" timestamptz);
    PERFORM pg_notify('countersign_outbox', '');
  END IF;
  IF p->>'commandId' IS NOT NULL THEN
    UPDATE command SET status = 'done', n = v_n, updated_at = v_at WHERE id = (p->>'commandId')::uuid;
  END IF;
  PERFORM pg_notify('countersign_changes', p->>'notify');
  RETURN jsonb_build_object('number', v_number);
END $$`;

const again = (statement: string): string => statement.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION');

/** From now on every derived row of a request can be had from its journal. */
export class JournalDerived1763800000011 implements MigrationInterface {
  name = 'JournalDerived1763800000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "transition" ADD "derived" jsonb');
    for (const statement of [TASKS_BY_KIND, RECORD_WRITE_DERIVED]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [WRITE_TASKS, RECORD_WRITE]) await runner.query(again(statement));
    await runner.query('ALTER TABLE "transition" DROP COLUMN "derived"');
  }
}
