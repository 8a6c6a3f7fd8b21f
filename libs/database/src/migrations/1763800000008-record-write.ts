import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The next human number of a company and prefix, from a sequence that is made when first needed. Gaps are allowed. */
const NEXT_NUMBER = `
CREATE FUNCTION next_number(p_company uuid, p_prefix text, p_now timestamptz) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  v_sequence text := 'number_' || replace(p_company::text, '-', '') || '_' || lower(p_prefix);
  v_counter text;
BEGIN
  IF to_regclass(quote_ident(v_sequence)) IS NULL THEN
    BEGIN
      EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %I', v_sequence);
    EXCEPTION WHEN unique_violation OR duplicate_table THEN NULL;
    END;
  END IF;
  v_counter := nextval(quote_ident(v_sequence)::regclass)::text;
  RETURN p_prefix || '-' || to_char(p_now AT TIME ZONE (SELECT time_zone FROM company WHERE id = p_company), 'YYYY')
    || '-' || lpad(v_counter, greatest(4, length(v_counter)), '0');
END $$`;

/** Rows that a transition opens and settles on other people's screens. */
export const WRITE_TASKS = `
CREATE FUNCTION write_tasks(p jsonb, r uuid, c uuid, p_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
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
        coalesce(x.derivation, (SELECT t.derivation FROM task t WHERE t.request_id = r AND t.step = x.step AND t.derivation IS NOT NULL ORDER BY t.generation DESC LIMIT 1))
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

/**
 * Values that only one request may hold: released, then claimed. Losing a race raises CS001: the whole command is then read and decided again,
 * and its guard sees who holds the value.
 */
const WRITE_CLAIMS = `
CREATE FUNCTION write_claims(p jsonb, r uuid, c uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE v_wanted integer; v_got integer;
BEGIN
  DELETE FROM claimed_value WHERE request_id = r;
  SELECT count(*) INTO v_wanted FROM (SELECT DISTINCT x."check", x.value FROM jsonb_to_recordset(p) AS x("check" text, value text)) AS wanted;
  INSERT INTO claimed_value (company_id, check_name, value, request_id)
    SELECT DISTINCT c, x."check", x.value, r FROM jsonb_to_recordset(p) AS x("check" text, value text) ORDER BY 2, 3 ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS v_got = ROW_COUNT;
  IF v_got < v_wanted THEN RAISE EXCEPTION 'Expected to claim % values, but % were taken meanwhile', v_wanted, v_wanted - v_got USING ERRCODE = 'CS001'; END IF;
END $$`;

/** Second trip of \`record\`: stores one transition and everything that follows from it. Decides nothing. */
export const RECORD_WRITE = `
CREATE FUNCTION record_write(p jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
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
  INSERT INTO transition (request_id, n, company_id, command_id, type, actor_id, at, command, facts, events, comment, fields, overwritten, hash, previous_chain, chain)
    VALUES (r, v_n, c, t->>'commandId', t->>'type', (t->>'actorId')::uuid, v_at, t->'command', t->'facts', t->'events', t->>'comment', nullif(t->'fields', 'null'), nullif(t->'overwritten', 'null'), t->>'hash', t->>'previousChain', t->>'chain');
  UPDATE request SET n = v_n, hash = t->>'hash', chain_hash = t->>'chain', state = q->'state', form = coalesce(nullif(q->'form', 'null'), form), status = q->>'status',
      number = coalesce(number, v_number), row_title = nullif(replace((q->'rowTitle')::text, '#number#', coalesce(v_number, number, ''))::jsonb, 'null'),
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

export class RecordWrite1763800000008 implements MigrationInterface {
  name = 'RecordWrite1763800000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [NEXT_NUMBER, WRITE_TASKS, WRITE_CLAIMS, RECORD_WRITE]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION record_write, write_claims, write_tasks, next_number');
  }
}
