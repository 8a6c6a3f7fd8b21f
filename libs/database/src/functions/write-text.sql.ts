/** Everything by which search finds a request: who asks, and what it says. */
export const SEARCHED = `names || E'\\n' || text`;

const NAMES = `lower(normalize(concat_ws(E'\\n', s.name->>'zh', s.name->>'en'), NFKC))`;

/** What search reads of a request. It changes with the form only; the number stands in it once there is one. */
export const WRITE_TEXT = `
CREATE OR REPLACE FUNCTION write_text(r uuid, p_text text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO request_text (request_id, company_id, requester_id, names, text)
    SELECT q.id, q.company_id, q.requester_id, ${NAMES}, replace(p_text, E'\\u0091', lower(coalesce(q.number, '')))
    FROM request q JOIN person s ON s.id = q.requester_id WHERE q.id = r
    ON CONFLICT (request_id) DO UPDATE SET text = excluded.text WHERE request_text.text <> excluded.text;
END $$`;

/** Trigger: who is called otherwise is found by the new name. */
export const PERSON_RENAMED = `
CREATE OR REPLACE FUNCTION person_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE request_text SET names = ${NAMES} FROM person s WHERE s.id = NEW.id AND request_text.requester_id = s.id;
  RETURN NULL;
END $$`;
