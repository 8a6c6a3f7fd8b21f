const COLUMNS = ['kind', 'definition_id', 'definition_key', 'unit_id', 'amount_order', 'since', 'due', 'foremost'];
const of = (row: string): string => `(${COLUMNS.map((name) => `${row}.${name}`).join(', ')})`;

/** SQL condition: where the request `r` stands is not what its rows say. */
export const STANDING_DIFFERS = `EXISTS (SELECT 1 FROM standing_of(r.id) d FULL JOIN (SELECT * FROM standing k WHERE k.request_id = r.id) s ON s.step = d.step
  WHERE ${of('s')} IS DISTINCT FROM ${of('d')})`;

/** Puts in order where a request stands after its rows have changed; what stays as it was is not written. */
export const WRITE_STANDING = `
CREATE OR REPLACE FUNCTION write_standing(r uuid, c uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  WITH d AS MATERIALIZED (SELECT * FROM standing_of(r)),
    gone AS (DELETE FROM standing s WHERE s.request_id = r AND NOT EXISTS (SELECT 1 FROM d WHERE d.step = s.step))
  INSERT INTO standing (request_id, company_id, step, ${COLUMNS.join(', ')}) SELECT r, c, d.step, ${COLUMNS.map((name) => `d.${name}`).join(', ')} FROM d
    ON CONFLICT (request_id, step) DO UPDATE SET ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}
      WHERE ${of('standing')} IS DISTINCT FROM ${of('excluded')};
END $$`;
