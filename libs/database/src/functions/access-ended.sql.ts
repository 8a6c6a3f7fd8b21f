/** Trigger of all that lets somebody in: whoever holds a connection open for the person (id in the column that the trigger names) looks again. */
export const ACCESS_ENDED = `
CREATE OR REPLACE FUNCTION access_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('countersign_access', to_jsonb(OLD)->>TG_ARGV[0]);
  RETURN NULL;
END $$`;
