import { LIMITS, type Bilingual, type Definition, type FormValues, type Outcome, type ParentLink } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** A request that is to be begun because another one says so. */
export interface ChildToBegin {
  id: string;
  companyId: string;
  requesterId: string;
  definitionId: string;
  form: FormValues;
  rowTitle: Bilingual;
  parent: ParentLink;
  /** Files and requests that the form names. */
  files: string[];
  cited: string[];
}

/** What is known of a request that another one has to do with. */
export interface KnownRequest {
  id: string;
  companyId: string;
  definition: Definition;
  number: string | null;
  n: number;
  outcome: Outcome | null;
  requesterId: string;
  /** A command of its first submit is on its way. */
  beingSent: boolean;
}

/** Locked as for a foreign key: whoever decides on it waits, and then sees that it has a child. */
const WANTED = `
  SELECT CASE WHEN $2::text IS NULL THEN state->'context'->'children' ELSE state->'context'->'steps'->$2->'children' END->$3::text AS child,
      state->'value' <> '"closed"' AND jsonb_array_length(state->'context'->'undo') > 0 AS undoable
    FROM request WHERE id = $1 FOR SHARE`;
const INSERT = `
  INSERT INTO request (id, company_id, definition_id, requester_id, form, choices, row_title, parent_id, parent, root_id)
  VALUES ($1, $2, $3, $4, $5, '{}', $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING`;
const ROOT = 'SELECT coalesce(root_id, id) AS root FROM request WHERE id = $1';
/** Those of one family come one after the other, so that the last place is given once. */
const ONE_OF_A_FAMILY = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';
/** As many are counted as there may be; one that is there already takes no place. */
const HAS_ROOM = `
  SELECT EXISTS (SELECT 1 FROM request WHERE id = $2)
    OR (SELECT count(*) FROM (SELECT 1 FROM request WHERE root_id = $1 LIMIT $3) AS family) < $3 AS room`;
const HOLD = `
  INSERT INTO request_file (request_id, file_id, company_id, cited_at)
    SELECT $1, f.id, $3, clock_timestamp() FROM file f WHERE f.id = ANY ($2::uuid[]) AND f.company_id = $3 ON CONFLICT DO NOTHING`;
const CITE = `
  INSERT INTO request_citation (request_id, cited_id, company_id)
    SELECT $1, r.id, $3 FROM request r WHERE r.id = ANY ($2::uuid[]) AND r.company_id = $3 AND r.id <> $1 AND r.n > 0 ON CONFLICT DO NOTHING`;
const KNOWN = `
  SELECT r.id, r.company_id AS "companyId", d.body AS definition, r.number, r.n, r.outcome, r.requester_id AS "requesterId",
    EXISTS (SELECT 1 FROM command c WHERE c.request_id = r.id AND c.status NOT IN ('refused', 'undelivered')) AS "beingSent"
  FROM request r JOIN definition d ON d.id = r.definition_id WHERE r.id = $1`;
const IN_USE = `SELECT id, body FROM definition WHERE company_id = $1 AND key = $2 AND status = 'published'`;
/** Pages of the one that starts it show it as soon as it is there. */
const TELL = `SELECT pg_notify('countersign_changes', jsonb_build_object('request', $1::text, 'people', NULL, 'more', true)::text)`;
/** So many of those who lean are read at once. */
const LEANING_AT_ONCE = 500;
/** Whom it concerns where a request names another as approved: its requester, and whoever has it now. */
const LEANING = `
  SELECT r.id, r.company_id AS "companyId", r.requester_id || ARRAY(SELECT t.person_id FROM task t WHERE t.request_id = r.id AND t.status = 'open') AS people
  FROM request_citation h JOIN request r ON r.id = h.request_id JOIN definition d ON d.id = r.definition_id
  WHERE h.cited_id = $1 AND r.id > coalesce($2, '00000000-0000-0000-0000-000000000000'::uuid) AND r.n > 0 AND (r.outcome IS NULL OR r.outcome = 'approved') AND EXISTS (
    SELECT 1 FROM jsonb_array_elements(d.body->'form'->'fields') AS field WHERE field ? 'must' AND r.form->>(field->>'key') = $1::text)
  ORDER BY r.id LIMIT $3`;
const DISCARD = `
  DELETE FROM request r WHERE id = $1 AND n = 0
    AND NOT EXISTS (SELECT 1 FROM command c WHERE c.request_id = r.id AND c.status NOT IN ('refused', 'undelivered')) RETURNING id`;

/** A request that names another one as approved. */
interface LeaningRequest {
  id: string;
  companyId: string;
  people: string[];
}

/** Whether one that was to be started is wanted. */
export type Wanted = 'now' | 'later' | 'never';
/** The same of one that was to be put in place; `too-many`: of the request at the top no more may come. */
export type PlacedChild = Wanted | 'too-many';

interface Child {
  left?: true;
  outcome?: string;
  refused?: string;
}

/** Rows of requests that other requests start. */
@Injectable()
export class ChildRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Puts the row where the request that starts it still wants it, at most once; else says whether it may want it again. */
  async begin(child: ChildToBegin): Promise<PlacedChild> {
    return this.dataSource.transaction(async (manager) => {
      const wanted = await this.wanted(child, manager);
      if (wanted !== 'now') return wanted;
      const { id, companyId, definitionId, requesterId, form, rowTitle, parent, files, cited } = child;
      const root = await this.roomIn(parent.request, id, manager);
      if (root === null) return 'too-many';
      const texts = [form, rowTitle].map((value) => JSON.stringify(value));
      await manager.query(INSERT, [id, companyId, definitionId, requesterId, ...texts, parent.request, JSON.stringify(parent), root]);
      await manager.query(HOLD, [id, files, companyId]);
      await manager.query(CITE, [id, cited, companyId]);
      await manager.query(TELL, [parent.request]);
      return wanted;
    });
  }

  /** The request at the top above this one, as long as another one may come of it; else null. */
  private async roomIn(parent: string, id: string, manager: EntityManager): Promise<string | null> {
    const [above] = await manager.query<{ root: string }[]>(ROOT, [parent]);
    if (above === undefined) throw new Error(`Expected request ${parent} to start ${id}, but it is gone`);
    await manager.query(ONE_OF_A_FAMILY, [`descendants/${above.root}`]);
    const [found] = await manager.query<{ room: boolean }[]>(HAS_ROOM, [above.root, id, LIMITS.descendants]);
    return found?.room ? above.root : null;
  }

  /** Whether a request still wants one that it was to start. What it has left may come back, as long as a decision can be taken back. */
  async wanted({ id, parent }: Pick<ChildToBegin, 'id' | 'parent'>, manager: EntityManager = this.dataSource.manager): Promise<Wanted> {
    const [row] = await manager.query<{ child: Child | null; undoable: boolean }[]>(WANTED, [parent.request, parent.step, id]);
    const child = row?.child;
    if (child?.outcome !== undefined || child?.refused !== undefined) return 'never';
    if (child != null && child.left === undefined) return 'now';
    return row?.undoable ? 'later' : 'never';
  }

  async find(id: string): Promise<KnownRequest | null> {
    const [row] = await this.dataSource.query<KnownRequest[]>(KNOWN, [id]);
    return row ?? null;
  }

  /** The version of a process that requests are started with; null where none is in use. */
  async inUse(companyId: string, key: string): Promise<{ id: string; body: Definition } | null> {
    const [row] = await this.dataSource.query<{ id: string; body: Definition }[]>(IN_USE, [companyId, key]);
    return row ?? null;
  }

  /** Requests under way or approved that name this one as approved, and whom that concerns: all of them, page after page. */
  async *leaningOn(id: string, atOnce = LEANING_AT_ONCE): AsyncGenerator<LeaningRequest[]> {
    let after: string | null = null;
    for (;;) {
      const page: LeaningRequest[] = await this.dataSource.query<LeaningRequest[]>(LEANING, [id, after, atOnce]);
      if (page.length > 0) yield page;
      if (page.length < atOnce) return;
      after = page.at(-1)?.id ?? null;
    }
  }

  /** Takes back a row of which nothing has come. */
  async discard(id: string): Promise<void> {
    await this.dataSource.query(DISCARD, [id]);
  }
}
