/** A text as the id that it is; null where it is none. */
export const UUID_OR_NULL = `
CREATE OR REPLACE FUNCTION uuid_or_null(p text) RETURNS uuid LANGUAGE sql IMMUTABLE
AS $$ SELECT CASE WHEN p ~ '^[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}$' THEN p::uuid END $$`;
