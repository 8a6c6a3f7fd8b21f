/** ISO 8601 in UTC with milliseconds, as JavaScript writes it. */
export const ISO_TIME = `
CREATE OR REPLACE FUNCTION iso_time(p timestamptz) RETURNS text LANGUAGE sql STABLE
AS $$ SELECT to_char(p AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$`;
