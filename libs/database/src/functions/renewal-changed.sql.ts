/**
 * Trigger of a renewal whose end came or was taken back: the register of leases is to look at it. Who comes to it again waits for whoever is just
 * looking, so that no change is looked past.
 */
export const RENEWAL_CHANGED = `
CREATE OR REPLACE FUNCTION renewal_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.finished_at IS NOT NULL OR EXISTS (SELECT 1 FROM lease l WHERE l.request_id = NEW.id) THEN
    INSERT INTO lease_news (request_id, company_id, due_at) VALUES (NEW.id, NEW.company_id, clock_timestamp())
      ON CONFLICT (request_id) DO UPDATE SET due_at = excluded.due_at;
  END IF;
  RETURN NULL;
END $$`;
