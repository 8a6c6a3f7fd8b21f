/** Never below the clock: after a restore no version comes again with other content. */
const next = (version: string): string => `greatest(${version} + 1, (extract(epoch FROM clock_timestamp()) * 1000)::bigint)`;
const BUMP = `UPDATE company SET directory_version = ${next('directory_version')}`;

/** Trigger of all that `directory_slice_1` reads: the directory has another version after each change. */
export const DIRECTORY_CHANGED = `
CREATE OR REPLACE FUNCTION directory_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_LEVEL = 'ROW' THEN
    NEW.directory_version := ${next('OLD.directory_version')};
    RETURN NEW;
  ELSIF TG_OP = 'TRUNCATE' THEN
    ${BUMP};
  ELSIF TG_OP = 'UPDATE' THEN
    ${BUMP} WHERE id IN (SELECT company_id FROM was UNION SELECT company_id FROM changed);
  ELSE
    ${BUMP} WHERE id IN (SELECT company_id FROM changed);
  END IF;
  RETURN NULL;
END $$`;
