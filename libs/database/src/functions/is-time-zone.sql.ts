/** Whether PostgreSQL knows a time zone by this name. Only asked when a company's settings are written. */
export const IS_TIME_ZONE = `
CREATE OR REPLACE FUNCTION is_time_zone(p text) RETURNS boolean LANGUAGE sql STABLE
AS $$ SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_timezone_names WHERE lower(name) = lower(p)) $$`;
