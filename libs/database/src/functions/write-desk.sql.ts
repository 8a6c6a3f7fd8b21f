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
];
const of = (row: string): string => `(${COLUMNS.map((name) => `${row}.${name}`).join(', ')})`;

/** SQL condition: what stands on a desk (`p`) is not what the request's rows say (`d`). */
export const DESK_DIFFERS = `${of('p')} IS DISTINCT FROM ${of('d')}`;

/** Puts the desks of a request in order after its rows have changed. A desk on which nothing changes is not written. */
export const WRITE_DESK = `
CREATE OR REPLACE FUNCTION write_desk(r uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  UPDATE participant p SET (${COLUMNS.join(', ')}) = ROW ${of('d')}
    FROM desk_of(r) d WHERE p.request_id = r AND p.person_id = d.person_id AND ${DESK_DIFFERS};
END $$`;
