const SUMS = ['planned', 'moved', 'extended', 'reserved', 'committed', 'spent', 'outside'] as const;
const added = SUMS.map((sum) => `${sum} = l.${sum} + coalesce(m.${sum}, 0)`).join(', ');
const typed = SUMS.map((sum) => `${sum} bigint`).join(', ');
/** What the line would have left: with all that was ever spent, and with its tolerance. */
const LEFT = `(l.planned + coalesce(m.planned, 0)) + (l.moved + coalesce(m.moved, 0)) + (l.extended + coalesce(m.extended, 0))
      - (l.reserved + coalesce(m.reserved, 0)) - (l.committed + coalesce(m.committed, 0)) - (l.spent + coalesce(m.spent, 0))
      + greatest(l.planned + coalesce(m.planned, 0) + l.moved + coalesce(m.moved, 0), 0) * l.tolerance / 1000`;
/** By how much it takes more of the line than before; what others have spent is not asked about. */
const BURDEN = `coalesce(m.reserved, 0) + coalesce(m.committed, 0) + coalesce(m.spent, 0) - coalesce(m.outside, 0) - coalesce(m.planned, 0) - coalesce(m.moved, 0) - coalesce(m.extended, 0)`;

/**
 * Posts movements to the ledger, line by line in fixed order, each by one conditional update: what a line has not left is not taken (CS002), whatever
 * happens at the same time. Whatever eases a line is always taken, also of one that others have overdrawn. Movements are immutable; of those with a
 * \`reference\` that the ledger knows already the second is left out. Answers how many were posted.
 */
export const POST_MOVEMENTS = `
CREATE OR REPLACE FUNCTION post_movements(p jsonb, c uuid, p_at timestamptz, r uuid, p_n integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  m record;
  v_posted integer := 0;
BEGIN
  FOR m IN SELECT x.* FROM jsonb_to_recordset(p) AS x(place integer, line uuid, kind text, ${typed}, actor uuid, note text, reference text) ORDER BY x.line, x.place LOOP
    PERFORM 1 FROM budget_line WHERE id = m.line AND company_id = c FOR UPDATE;
    IF m.reference IS NOT NULL AND EXISTS (SELECT 1 FROM budget_movement WHERE company_id = c AND reference = m.reference) THEN CONTINUE; END IF;
    UPDATE budget_line AS l SET ${added} WHERE l.id = m.line AND l.company_id = c
      AND (l.control = 'warn' OR ${BURDEN} <= 0 OR ${LEFT} >= 0);
    IF NOT FOUND THEN RAISE EXCEPTION 'Expected to take from line %, but it has not so much left', m.line USING ERRCODE = 'CS002'; END IF;
    INSERT INTO budget_movement (company_id, line_id, at, kind, ${SUMS.join(', ')}, request_id, n, actor_id, note, reference)
      VALUES (c, m.line, p_at, m.kind, ${SUMS.map((sum) => `coalesce(m.${sum}, 0)`).join(', ')}, r, p_n, m.actor, m.note, m.reference);
    v_posted := v_posted + 1;
  END LOOP;
  RETURN v_posted;
END $$`;

/** The ledger forgets and changes nothing. */
export const MOVEMENT_STAYS = `
CREATE OR REPLACE FUNCTION movement_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Expected movements of the ledger to stay as they are, but % was asked', TG_OP USING ERRCODE = 'restrict_violation';
END $$`;
