import type { EntityManager } from 'typeorm';

/** Absences of somebody who is gone, and those in which they stand in, are over. */
const NO_ABSENCES = (gone: string): string => `
  cancelled AS (
    UPDATE absence a SET state = 'cancelled' FROM ${gone} g
    WHERE g.person_id IN (a.person_id, a.stand_in_id) AND a.state IN ('asked', 'accepted', 'running') RETURNING a.id),
  nowhere AS (DELETE FROM away USING cancelled WHERE away.absence_id = cancelled.id)`;
/** Whoever was to leave after a day that is over has left: account, rights and absences end, and it is noted as done by whoever arranged it. */
const TURN_LEAVINGS = `
  WITH due AS (
      UPDATE leaving l SET state = 'left', ended_at = clock_timestamp() FROM company c
      WHERE c.id = l.company_id AND l.state = 'planned' AND l.last_day < company_day(c.time_zone)
      RETURNING l.person_id, l.company_id, l.asked_by),
    gone AS (
      UPDATE person p SET active = false FROM due WHERE p.id = due.person_id AND p.active
      RETURNING p.id AS person_id, p.company_id, p.key, due.asked_by),
    unheld AS (DELETE FROM person_right r USING gone WHERE r.person_id = gone.person_id),
    ${NO_ABSENCES('gone')}
  INSERT INTO rule_change (id, company_id, actor_id, kind, changed, rows)
  SELECT gen_random_uuid(), company_id, asked_by, 'person-left', 1,
    jsonb_build_array(jsonb_build_object('section', 'people', 'key', key, 'before', '{"active": true}'::jsonb, 'after', '{"active": false}'::jsonb))
  FROM gone`;
const END_ABSENCES = `WITH gone AS (SELECT $1::uuid AS person_id), ${NO_ABSENCES('gone')} SELECT 1`;

/** Lets those go whose last day is over. */
export async function turnLeavings(manager: EntityManager): Promise<void> {
  await manager.query(TURN_LEAVINGS);
}

/** Ends the absences of somebody who is gone, and those in which they stand in. */
export async function endAbsencesOf(manager: EntityManager, person: string): Promise<void> {
  await manager.query(END_ABSENCES, [person]);
}
