/** Trigger of what schedules are made of: whoever keeps them looks at once, and need not look again and again. */
export const SCHEDULES_CHANGED = `
CREATE OR REPLACE FUNCTION schedules_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('countersign_schedules', '');
  RETURN NULL;
END $$`;
