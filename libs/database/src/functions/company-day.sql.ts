/** The calendar day that it is now in a time zone: what validity of posts and grants is counted by. PostgreSQL's own day is nobody's. */
export const COMPANY_DAY = `
CREATE OR REPLACE FUNCTION company_day(p_zone text) RETURNS date LANGUAGE sql STABLE
AS $$ SELECT (now() AT TIME ZONE p_zone)::date $$`;
