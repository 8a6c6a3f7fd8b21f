/** Never below the clock: after a restore no version comes again with other content. */
const next = (version: string): string => `greatest(${version} + 1, (extract(epoch FROM clock_timestamp()) * 1000)::bigint)`;
/** Which tables have changed since the open requests were last looked through: what is said of it in their timelines. */
const NOTED = `ON CONFLICT (company_id) DO UPDATE SET changes = ARRAY(SELECT DISTINCT unnest(directory_review.changes || excluded.changes))`;
const bump = (where: string): string => `
    WITH bumped AS (UPDATE company SET directory_version = ${next('directory_version')} ${where} RETURNING id)
      INSERT INTO directory_review (company_id, changes) SELECT id, ARRAY[TG_TABLE_NAME::text] FROM bumped ${NOTED};`;

/** Wishes of a person: nobody is found or passed over by them. */
const WISHES = `'{email,language,single_keys}'::text[]`;
const rows = (table: string): string => `SELECT company_id, to_jsonb(${table}) - ${WISHES} AS content FROM ${table}`;
/** Companies of which a row says something else than before. */
const DIFFERING = `
    SELECT company_id FROM ((${rows('was')} EXCEPT ${rows('changed')}) UNION ALL (${rows('changed')} EXCEPT ${rows('was')})) AS differing`;

/** Trigger of all that `directory_slice_1` reads: the directory has another version after each change of it. */
export const DIRECTORY_CHANGED = `
CREATE OR REPLACE FUNCTION directory_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_LEVEL = 'ROW' THEN
    NEW.directory_version := ${next('OLD.directory_version')};
    INSERT INTO directory_review (company_id, changes) VALUES (NEW.id, ARRAY[TG_TABLE_NAME::text]) ${NOTED};
    RETURN NEW;
  ELSIF TG_OP = 'TRUNCATE' THEN ${bump('')}
  ELSIF TG_OP = 'UPDATE' THEN ${bump(`WHERE id IN (${DIFFERING})`)}
  ELSE ${bump('WHERE id IN (SELECT company_id FROM changed)')}
  END IF;
  RETURN NULL;
END $$`;
