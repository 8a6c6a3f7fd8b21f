/**
 * The human number is given here, by a sequence: it takes its place (U+0091) in what is derived and in the link of the chain, which therefore seals it.
 * The line of lists stays without it in the journal: what search reads is made of that.
 * Whose people may be others by now (the directory has changed while it was decided, or stands otherwise than what was taken back) is looked at again.
 * Nobody is woken for the outbox: the worker that recorded a decision knows that there is something to deliver.
 */
export const RECORD_WRITE = `
CREATE OR REPLACE FUNCTION record_write_1(p jsonb) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  r uuid := (p->>'requestId')::uuid;
  c uuid := (p->>'companyId')::uuid;
  t jsonb := p->'transition';
  q jsonb := p->'request';
  v_n integer := (t->>'n')::integer;
  v_at timestamptz := (t->>'at')::timestamptz;
  v_number text;
BEGIN
  IF p->>'numberPrefix' IS NOT NULL THEN
    v_number := next_number(c, p->>'numberPrefix', v_at);
    t := t || jsonb_build_object('derived', jsonb_set(t->'derived', '{number}', to_jsonb(v_number), false),
      'chain', coalesce(encode(sha256(convert_to(replace(p->>'sealed', E'"number":"\\u0091"', '"number":' || to_json(v_number)), 'UTF8')), 'hex'), t->>'chain'));
  END IF;
  INSERT INTO transition (request_id, n, company_id, command_id, type, actor_id, at, command, facts, events, comment, fields, overwritten, derived, hash, previous_chain, chain)
    VALUES (r, v_n, c, t->>'commandId', t->>'type', (t->>'actorId')::uuid, v_at, t->'command', t->'facts', t->'events', t->>'comment', nullif(t->'fields', 'null'), nullif(t->'overwritten', 'null'), t->'derived', t->>'hash', t->>'previousChain', t->>'chain');
  UPDATE request SET n = v_n, hash = t->>'hash', chain_hash = t->>'chain', state = q->'state', unit_id = uuid_or_null(q#>>'{state,context,requester,unitId}'), form = coalesce(nullif(q->'form', 'null'), form), status = q->>'status',
      number = coalesce(number, v_number), row_title = coalesce(nullif(replace((q->'rowTitle')::text, E'\\u0091', coalesce(v_number, number, ''))::jsonb, 'null'), row_title),
      amount_minor = (q->>'amountMinor')::bigint, currency = q->>'currency', current_step = q->>'currentStep', due_at = (q->>'dueAt')::timestamptz,
      round = (q->>'round')::integer, submitted_at = coalesce(submitted_at, (q->>'submittedAt')::timestamptz), finished_at = (q->>'finishedAt')::timestamptz,
      closed_at = (q->>'closedAt')::timestamptz, outcome = q->>'outcome', updated_at = v_at, listed_at = coalesce(listed_at, v_at),
      listed_amount = (q->>'listedAmount')::bigint, definition_key = coalesce(definition_key, (SELECT d.key FROM definition d WHERE d.id = definition_id))
    WHERE id = r;
  IF nullif(p->'roundForm', 'null') IS NOT NULL THEN
    INSERT INTO request_round (request_id, round, company_id, form, submitted_at) VALUES (r, (q->>'round')::integer, c, p->'roundForm', v_at);
  END IF;
  PERFORM write_tasks(p, r, c, v_at);
  IF p->>'takenBack' IS NOT NULL THEN PERFORM take_back_readers(r, (p->>'takenBack')::integer); END IF;
  PERFORM write_desks(r, c, ARRAY(SELECT x::uuid FROM jsonb_array_elements_text(p->'participants') AS x));
  IF p->>'text' IS NOT NULL THEN PERFORM write_text(r, p->>'text'); END IF;
  IF nullif(p->'claims', 'null') IS NOT NULL THEN PERFORM write_claims(p->'claims', r, c); END IF;
  IF jsonb_array_length(nullif(p->'movements', 'null')) > 0 THEN PERFORM post_movements(p->'movements', c, v_at, r, v_n); END IF;
  IF p->>'takenBack' IS NOT NULL THEN
    UPDATE outbox SET state = 'cancelled', updated_at = v_at WHERE request_id = r AND n = (p->>'takenBack')::integer AND not_before IS NOT NULL AND state = 'waiting';
  END IF;
  IF jsonb_array_length(p->'settledCalls') > 0 THEN
    UPDATE outbox SET told = state = 'dead', updated_at = v_at,
        state = CASE WHEN state = 'claimed' THEN state WHEN q#>ARRAY['state', 'context', 'steps', effect->>'step', 'call', 'answered'] = 'true' THEN 'done' ELSE 'cancelled' END
      WHERE request_id = r AND state IN ('claimed', 'dead') AND told AND p->'settledCalls' ? (effect->>'call');
  END IF;
  IF jsonb_array_length(p->'callsInVain') > 0 THEN
    UPDATE outbox o SET state = CASE o.state WHEN 'done' THEN 'dead' ELSE o.state END, told = true, last_error = x.why, updated_at = v_at
      FROM jsonb_to_recordset(p->'callsInVain') AS x(call text, why text)
      WHERE o.request_id = r AND o.effect->>'type' = 'call' AND o.effect->>'call' = x.call AND o.state IN ('claimed', 'done', 'dead');
  END IF;
  IF jsonb_array_length(p->'outbox') > 0 THEN
    INSERT INTO outbox (company_id, request_id, n, key, effect, not_before, next_attempt_at, created_at, updated_at)
      SELECT c, r, v_n, x.key, x.effect, x."notBefore", coalesce(x."notBefore", v_at), v_at, v_at
      FROM jsonb_to_recordset(p->'outbox') AS x(key text, effect jsonb, "notBefore" timestamptz);
  END IF;
  IF p ? 'directoryVersion' AND q->>'status' IN ('blocked', 'returned', 'running')
    AND NOT EXISTS (SELECT 1 FROM company WHERE id = c AND directory_version = (p->>'directoryVersion')::bigint) THEN
    INSERT INTO directory_missed (request_id, company_id, cause, error, tries, next_at) VALUES (r, c, '{"change":"import","by":null}', '', 0, clock_timestamp())
      ON CONFLICT (request_id) DO UPDATE SET next_at = excluded.next_at;
  END IF;
  IF p->>'commandId' IS NOT NULL THEN
    UPDATE command SET status = 'done', n = v_n, updated_at = v_at WHERE id = (p->>'commandId')::uuid;
  END IF;
  PERFORM pg_notify('countersign_changes', p->>'notify');
END $$`;
