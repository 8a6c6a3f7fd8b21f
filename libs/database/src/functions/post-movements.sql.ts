import { LINE_SUMS } from '@countersign/domain';

const typed = LINE_SUMS.map((sum) => `${sum} bigint`).join(', ');
const added = LINE_SUMS.map((sum) => `${sum} = l.${sum} + s.${sum}`).join(', ');
/** What the line would have left: with all that was ever spent, and with its tolerance. */
const LEFT = `(l.planned + s.planned) + (l.moved + s.moved) + (l.extended + s.extended) - (l.reserved + s.reserved) - (l.committed + s.committed) - (l.spent + s.spent)
      + greatest(l.planned + s.planned, 0) * l.tolerance / 1000`;
/** By how much it takes more of the line than before; what others have spent is not asked about. */
const BURDEN = `s.reserved + s.committed + s.spent - s.outside - s.planned - s.moved - s.extended`;

/**
 * Posts movements to the ledger, each line by one conditional update, in fixed order: what a line has not left is not taken (CS002), whatever happens at
 * the same time. Whatever eases a line on the whole is always taken, also of one that others have overdrawn. Movements are immutable; of those with a
 * \`reference\` that the ledger knows already, by its \`referenceKey\`, the second is left out. Answers how many were posted.
 */
export const POST_MOVEMENTS = `
CREATE OR REPLACE FUNCTION post_movements(p jsonb, c uuid, p_at timestamptz, r uuid, p_n integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  g record;
  s record;
  v_posted integer := 0;
BEGIN
  FOR g IN SELECT (x->>'line')::uuid AS line, jsonb_agg(x) AS movements FROM jsonb_array_elements(p) AS x GROUP BY 1 ORDER BY 1 LOOP
    PERFORM 1 FROM budget_line WHERE id = g.line AND company_id = c FOR UPDATE;
    IF NOT FOUND THEN RAISE EXCEPTION 'Expected line % of a budget, but there is none', g.line USING ERRCODE = 'foreign_key_violation'; END IF;
    SELECT count(*) AS rows, jsonb_agg(x ORDER BY x.place) AS movements, ${LINE_SUMS.map((sum) => `coalesce(sum(x.${sum}), 0)::bigint AS ${sum}`).join(', ')} INTO s
      FROM jsonb_to_recordset(g.movements) AS x(place integer, kind text, ${typed}, actor uuid, note text, reference text, "referenceKey" text)
      WHERE x.reference IS NULL OR NOT EXISTS (SELECT 1 FROM budget_movement known WHERE known.company_id = c AND known.reference_key = coalesce(x."referenceKey", x.reference));
    CONTINUE WHEN s.rows = 0;
    UPDATE budget_line AS l SET ${added} WHERE l.id = g.line AND (l.control = 'warn' OR ${BURDEN} <= 0 OR ${LEFT} >= 0);
    IF NOT FOUND THEN RAISE EXCEPTION 'Expected to take from line %, but it has not so much left', g.line USING ERRCODE = 'CS002'; END IF;
    INSERT INTO budget_movement (company_id, line_id, at, kind, ${LINE_SUMS.join(', ')}, request_id, n, actor_id, note, reference, reference_key)
      SELECT c, g.line, p_at, x.kind, ${LINE_SUMS.map((sum) => `coalesce(x.${sum}, 0)`).join(', ')}, r, p_n, x.actor, x.note, x.reference, coalesce(x."referenceKey", x.reference)
      FROM jsonb_to_recordset(s.movements) AS x(place integer, kind text, ${typed}, actor uuid, note text, reference text, "referenceKey" text) ORDER BY x.place;
    v_posted := v_posted + s.rows;
  END LOOP;
  RETURN v_posted;
END $$`;
