import type { EntityManager } from 'typeorm';

/** Absences whose time has come begin, those whose time is over end, and so does what nobody has answered until then: by that the directory says something else. */
const TURN_ABSENCES = `
  WITH begun AS (
      UPDATE absence SET state = 'running' WHERE state = 'accepted' AND from_at <= clock_timestamp()
      RETURNING id, company_id, person_id, stand_in_id, processes, to_at),
    away_now AS (
      INSERT INTO away (absence_id, company_id, person_id, stand_in_id, processes, until)
      SELECT id, company_id, person_id, stand_in_id, processes, to_at FROM begun ON CONFLICT DO NOTHING),
    lapsed AS (UPDATE absence SET state = 'lapsed' WHERE state = 'asked' AND to_at <= clock_timestamp()),
    ended AS (UPDATE absence SET state = 'over' WHERE state = 'running' AND to_at <= clock_timestamp() RETURNING id)
  DELETE FROM away USING ended WHERE away.absence_id = ended.id`;

/** Begins and ends the absences whose time has come, here and now. */
export async function turnAbsences(manager: EntityManager): Promise<void> {
  await manager.query(TURN_ABSENCES);
}
