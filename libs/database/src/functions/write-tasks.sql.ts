/**
 * On whose word nothing stands any more is no decision of theirs: their task keeps what they said, and is closed as undone.
 * Whoever has a task again by that has waited since it was opened first.
 * How a step got its people comes once with the transition, not with each of its tasks. Settled tasks are found by their key, one after another: joined to a set of unknown size, PostgreSQL reads the whole table for the usual one.
 */
export const WRITE_TASKS = `
CREATE OR REPLACE FUNCTION write_tasks(p jsonb, r uuid, c uuid, p_at timestamptz) RETURNS void LANGUAGE plpgsql AS $$
DECLARE v_task jsonb;
BEGIN
  FOR v_at IN 0 .. coalesce(jsonb_array_length(p->'moved'), 0) - 1 LOOP
    v_task := p->'moved'->v_at;
    UPDATE task SET due_at = (v_task->>'dueAt')::timestamptz WHERE request_id = r AND step = v_task->>'step' AND status = 'open' AND kind <> 'unblock'
      AND (v_task->>'seat' IS NULL OR seat = (v_task->>'seat')::integer);
  END LOOP;
  FOR v_at IN 0 .. jsonb_array_length(p->'decided') - 1 LOOP
    v_task := p->'decided'->v_at;
    UPDATE task SET status = 'decided', decision = v_task->>'decision', closed_at = p_at WHERE id = (v_task->>'id')::uuid;
  END LOOP;
  FOR v_at IN 0 .. jsonb_array_length(p->'closed') - 1 LOOP
    v_task := p->'closed'->v_at;
    UPDATE task SET status = 'closed', closing = v_task->>'reason', closed_at = p_at WHERE id = (v_task->>'id')::uuid;
  END LOOP;
  IF p->>'takenBack' IS NOT NULL THEN
    UPDATE task SET status = 'closed', closing = 'undone', closed_at = p_at
      FROM transition t, jsonb_to_recordset(t.events) AS e(type text, step text, generation integer, seat integer)
      WHERE t.request_id = r AND t.n = (p->>'takenBack')::integer AND e.type = 'task.decided'
        AND task.request_id = r AND task.step = e.step AND task.generation = e.generation AND task.seat = e.seat AND task.status = 'decided';
  END IF;
  IF p->>'unblocked' IS NOT NULL THEN
    UPDATE task SET status = 'closed', closing = p->>'unblocked', closed_at = p_at WHERE request_id = r AND kind = 'unblock' AND status = 'open'
      AND (p->'unblockedSteps' IS NULL OR p->'unblockedSteps' ? step);
  END IF;
  IF jsonb_array_length(p->'opened') > 0 THEN
    INSERT INTO task (id, company_id, request_id, step, kind, generation, seat, person_id, opened_at, due_at, derivation)
      SELECT x.id, c, r, x.step, x.kind, x.generation, x.seat, x."personId",
        coalesce((SELECT t.opened_at FROM task t WHERE p->>'takenBack' IS NOT NULL AND t.request_id = r AND t.step = x.step AND t.seat = x.seat AND t.person_id = x."personId"
          AND (t.kind = 'unblock') = (x.kind = 'unblock') ORDER BY t.generation DESC LIMIT 1), p_at), x."dueAt",
        coalesce(x.derivation, p->'transition'->'derived'->'derivations'->x.step, (SELECT t.derivation FROM task t WHERE t.request_id = r AND t.step = x.step AND (t.kind = 'unblock') = (x.kind = 'unblock')
          AND t.derivation IS NOT NULL ORDER BY t.generation DESC LIMIT 1))
      FROM jsonb_to_recordset(p->'opened') AS x(id uuid, step text, kind text, generation integer, seat integer, "personId" uuid, "dueAt" timestamptz, derivation jsonb);
  END IF;
  IF jsonb_array_length(p->'copies') > 0 THEN
    INSERT INTO copy (request_id, person_id, step, company_id, at)
      SELECT r, x."personId", x.step, c, p_at FROM jsonb_to_recordset(p->'copies') AS x("personId" uuid, step text) ON CONFLICT DO NOTHING;
  END IF;
END $$`;
