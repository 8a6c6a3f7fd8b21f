/** Trigger of a request that is finished no more: how long it took is not known yet. */
export const REQUEST_TAKEN_UP = `
CREATE OR REPLACE FUNCTION request_taken_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM request_time WHERE request_id = NEW.id;
  RETURN NULL;
END $$`;
