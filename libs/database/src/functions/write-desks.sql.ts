const COLUMNS = [
  'definition_key',
  'unit_id',
  'listed_at',
  'amount_order',
  'resubmitted',
  'over_plan',
  'mine',
  'under_way',
  'todo_task',
  'todo_since',
  'todo_due',
  'done_task',
  'done_at',
  'copied_at',
  'status',
];
const of = (row: string): string => `(${COLUMNS.map((name) => `${row}.${name}`).join(', ')})`;

/** SQL condition: what stands on a desk (`p`) is not what the request's rows say (`d`). */
export const DESK_DIFFERS = `${of('p')} IS DISTINCT FROM ${of('d')}`;

/**
 * Puts the desks of a request in order after its rows have changed, and where it stands for those who track it. A desk on which nothing changes is not written; who joins the readers is
 * written once, as it is to stand.
 */
export const WRITE_DESKS = `
CREATE OR REPLACE FUNCTION write_desks(r uuid, c uuid, newcomers uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH d AS MATERIALIZED (SELECT * FROM desks_of(r, newcomers)),
    changed AS (UPDATE participant p SET (${COLUMNS.join(', ')}) = ROW ${of('d')} FROM d WHERE p.request_id = r AND p.person_id = d.person_id AND ${DESK_DIFFERS})
  INSERT INTO participant (request_id, company_id, person_id, ${COLUMNS.join(', ')})
    SELECT r, c, d.person_id, ${COLUMNS.map((name) => `d.${name}`).join(', ')} FROM d
    WHERE d.person_id = ANY (newcomers) AND NOT EXISTS (SELECT 1 FROM participant p WHERE p.request_id = r AND p.person_id = d.person_id);
  PERFORM write_standing(r, c);
END $$`;
