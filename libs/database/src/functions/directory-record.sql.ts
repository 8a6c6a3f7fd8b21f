/**
 * Writes down every state of what authority is decided from, as it comes to be: a row that is gone leaves an empty one. Columns that its trigger names,
 * or all of them where it names none; an update of other columns is nothing.
 */
export const DIRECTORY_RECORDED = `
CREATE OR REPLACE FUNCTION directory_recorded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO directory_record (company_id, relation, row_id, row)
      SELECT n.company_id, TG_TABLE_NAME, n.id, recorded_part(to_jsonb(n), TG_ARGV) FROM new_rows n;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO directory_record (company_id, relation, row_id, row)
      SELECT n.company_id, TG_TABLE_NAME, n.id, recorded_part(to_jsonb(n), TG_ARGV) FROM new_rows n JOIN old_rows o ON o.id = n.id
      WHERE recorded_part(to_jsonb(n), TG_ARGV) <> recorded_part(to_jsonb(o), TG_ARGV);
  ELSE
    INSERT INTO directory_record (company_id, relation, row_id, row) SELECT o.company_id, TG_TABLE_NAME, o.id, NULL FROM old_rows o;
  END IF;
  RETURN NULL;
END $$`;

export const RECORDED_PART = `
CREATE OR REPLACE FUNCTION recorded_part(p_row jsonb, p_columns text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN coalesce(cardinality(p_columns), 0) = 0 THEN p_row
    ELSE (SELECT jsonb_object_agg(key, value) FROM jsonb_each(p_row) WHERE key = ANY (p_columns)) END $$`;

/** What was known is never written over. */
export const RECORD_STAYS = `
CREATE OR REPLACE FUNCTION record_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Expected what was recorded of a directory to stay, but it was to be changed';
END $$`;

/** The newest state of each row that was recorded by then. */
const known = (relation: string): string => `SELECT DISTINCT ON (d.row_id) d.row_id, d.row FROM directory_record d
      WHERE d.company_id = p_company AND d.relation = '${relation}' AND d.recorded_at <= p_known ORDER BY d.row_id, d.recorded_at DESC, d.id DESC`;

const knownRows = (table: string): string => `
CREATE OR REPLACE FUNCTION known_${table}(p_company uuid, p_known timestamptz) RETURNS SETOF "${table}" LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY SELECT x.* FROM (${known(table)}) k
    CROSS JOIN LATERAL jsonb_populate_record(NULL::"${table}", k.row) x WHERE k.row IS NOT NULL;
END $$`;

/** Units, posts and grants as they were known at a moment. */
export const KNOWN_ROWS: readonly string[] = ['unit', 'position', 'authority_grant'].map(knownRows);

/** People are called as they are today; whether they were active is what was known. */
export const KNOWN_PERSON = `
CREATE OR REPLACE FUNCTION known_person(p_company uuid, p_known timestamptz) RETURNS SETOF "person" LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY SELECT x.* FROM (${known('person')}) k JOIN person p ON p.id = k.row_id
    CROSS JOIN LATERAL jsonb_populate_record(p, k.row) x WHERE k.row IS NOT NULL;
END $$`;

/** Whoever is away at a moment by absences that had been accepted when it was known. */
export const KNOWN_AWAY = `
CREATE OR REPLACE FUNCTION known_away(p_company uuid, p_at timestamptz, p_known timestamptz)
RETURNS TABLE (absence_id uuid, company_id uuid, person_id uuid, stand_in_id uuid, processes text[], "until" timestamptz) LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN QUERY SELECT a.id, a.company_id, a.person_id, a.stand_in_id, a.processes, a.to_at::timestamptz FROM (${known('absence')}) k
    CROSS JOIN LATERAL jsonb_populate_record(NULL::"absence", k.row) a
    WHERE k.row IS NOT NULL AND a.state IN ('accepted', 'running', 'over') AND a.from_at <= p_at AND p_at < a.to_at;
END $$`;
