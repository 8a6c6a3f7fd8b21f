/** Trigger of a person who is no longer active: what let them in is over for good, and does not come back with them. */
export const PERSON_LEFT = `
CREATE OR REPLACE FUNCTION person_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE account SET sessions_epoch = sessions_epoch + 1, password_hash = NULL WHERE person_id = NEW.id;
  DELETE FROM session WHERE person_id = NEW.id;
  UPDATE access_token SET revoked_at = now() WHERE person_id = NEW.id AND revoked_at IS NULL;
  DELETE FROM login_link WHERE person_id = NEW.id AND used_at IS NULL;
  RETURN NULL;
END $$`;
