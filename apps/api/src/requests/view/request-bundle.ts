import { readingSteps, run, type RequestHead } from '@countersign/database';
import {
  PERSON_OPERATIONS,
  type Bilingual,
  type Derivation,
  type FormValues,
  type Outcome,
  type PersonCommandType,
} from '@countersign/domain';
import type { DataSource } from 'typeorm';
import type { PersonRef } from '../../http/schema/values.view';
import { PERSON_REF_SQL } from '../../people/person-refs.service';

/** A task row as views need it. The derivation is read only where somebody looks at it. */
export interface BundleTask {
  id: string;
  step: string;
  kind: string;
  generation: number;
  seat: number;
  personId: string;
  status: 'open' | 'decided' | 'closed';
  openedAt: string;
  closedAt: string | null;
  dueAt: string | null;
  derivation: Derivation | null;
  /** What was said where it was handed on to the reader; null where nothing was, or it is none of theirs. */
  said: string | null;
}

/** What views need beside the engine's own facts, in one trip. */
export interface RequestBundle {
  head: RequestHead;
  now: string;
  /** The requester and everybody who has or had a task. */
  people: PersonRef[];
  /** The unit that the requester asked from. */
  unit: Bilingual | null;
  submittedAt: string | null;
  finishedAt: string | null;
  closedAt: string | null;
  dueAt: string | null;
  updatedAt: string;
  rowTitle: Bilingual | null;
  choices: Record<string, string>;
  /** Of a draft that has followed its process to a newer version: the one that its requester has seen last. */
  begunWith: string | null;
  /** Of a reader's own: the version in use; null where the process is no longer in use. */
  inUse: string | null;
  outcome: Outcome | null;
  amountMinor: string | null;
  currency: string | null;
  revision: { round: number; form: FormValues; savedAt: string } | null;
  tasks: BundleTask[];
  rounds: { round: number; form: FormValues }[];
  /** What somebody else has corrected in the form since it was handed in last; `form` is how it was handed in. */
  corrected: { by: string; fields: string[]; form: FormValues } | null;
  lastReturn: { actorId: string; comment: string | null; at: string; to: string; fields: string[] | null } | null;
  /** Who holds it, since when and why; null unless it is suspended. */
  suspended: { by: string; at: string; reason: string | null } | null;
  /** What was said with which transition, where an answer was demanded. */
  demanded: { n: number; comment: string | null }[];
  /** What operators have done to it, oldest first. */
  repairs: { by: string; type: PersonCommandType; at: string }[];
  /** Who has revoked its approval, when and why; null unless its compensating steps are under way. */
  revoking: { by: string; at: string; reason: string | null } | null;
  /** What the reader pressed last, where an operator has given it up. */
  givenUp: { type: PersonCommandType; by: string; reason: string; at: string } | null;
  /** Steps by which the reader reads it: of their tasks and copies. */
  readingSteps: string[];
  /** The reader has or had something to do with it. */
  concerned: boolean;
  unreadCopy: boolean;
  /** As it stood when the reader opened it last; null: never. */
  seenN: number | null;
  /** Requests that this one has started, in the order in which they were begun. */
  children: RelativeRow[];
  /** The request that started this one. */
  parent: (RelativeRow & { form: FormValues }) | null;
}

/** A request that started this one, or was started by it. */
export interface RelativeRow {
  id: string;
  number: string | null;
  definitionId: string;
  title: Bilingual;
  status: string;
  requesterId: string;
  /** The step of the one above that started it. */
  step: string | null;
  since: string;
  /** Who has it. */
  people: string[];
  /** The reader has or had something to do with it. */
  concerned: boolean;
  /** Nothing goes on there before it is resumed. */
  suspended: boolean;
}

/** Children that a page names; a step starts no more than a hundred. */
const MOST_CHILDREN = 300;

const relative = (
  r: string,
  step: string,
): string => `json_build_object('id', ${r}.id, 'number', ${r}.number, 'definitionId', ${r}.definition_id,
    'title', (SELECT e.body->'title' FROM definition e WHERE e.id = ${r}.definition_id), 'status', ${r}.status,
    'requesterId', ${r}.requester_id, 'step', ${step},
    'since', iso_time(coalesce((SELECT max(held.opened_at) FROM task held WHERE held.request_id = ${r}.id AND held.status = 'open'), ${r}.finished_at, ${r}.updated_at)),
    'people', ARRAY(SELECT DISTINCT held.person_id FROM task held WHERE held.request_id = ${r}.id AND held.status = 'open'),
    'concerned', ${r}.requester_id = $2 OR EXISTS (SELECT 1 FROM participant c WHERE c.request_id = ${r}.id AND c.person_id = $2), 'form', ${r}.form,
    'suspended', ${r}.state#>>'{context,suspendedAt}' IS NOT NULL)`;

/** Whoever asked for a relative, or has it now. */
const OF_RELATIVES = `ARRAY(SELECT k.requester_id FROM request k WHERE k.parent_id = r.id OR k.id = r.parent_id)
  || ARRAY(SELECT o.person_id FROM request k JOIN task o ON o.request_id = k.id AND o.status = 'open' WHERE k.parent_id = r.id OR k.id = r.parent_id)`;

/** Operations of whoever looks after requests: names of the house, which quote themselves. */
const OPERATORS = PERSON_OPERATIONS.flatMap(({ type, scope }) => (scope === 'operator' ? [type] : [])).join(',');

const BUNDLE = {
  name: 'request-bundle',
  text: `
  SELECT request_head(r, d, co) AS head, iso_time(clock_timestamp()) AS now, r.row_title AS "rowTitle", r.choices, r.begun_with AS "begunWith",
    CASE WHEN r.requester_id = $2 THEN (SELECT u.id FROM definition u WHERE u.company_id = r.company_id AND u.key = d.key AND u.status = 'published') END AS "inUse", r.outcome, r.amount_minor AS "amountMinor", r.currency, r.revision,
    iso_time(r.submitted_at) AS "submittedAt", iso_time(r.finished_at) AS "finishedAt", iso_time(r.closed_at) AS "closedAt",
    iso_time(r.due_at) AS "dueAt", iso_time(r.updated_at) AS "updatedAt",
    coalesce((SELECT json_agg(json_build_object('id', t.id, 'step', t.step, 'kind', t.kind, 'generation', t.generation, 'seat', t.seat, 'personId', t.person_id,
      'status', t.status, 'openedAt', iso_time(t.opened_at), 'closedAt', iso_time(t.closed_at), 'dueAt', iso_time(t.due_at),
      'derivation', CASE WHEN t.status = 'open' OR jsonb_array_length(t.derivation->'ladder') > 0 THEN t.derivation END,
      'said', CASE WHEN t.status = 'open' AND t.person_id = $2 AND (t.derivation->'given')::boolean
        THEN (SELECT h.comment FROM transition h WHERE h.request_id = r.id AND h.n = t.generation) END) ORDER BY t.opened_at, t.seat)
      FROM task t WHERE t.request_id = r.id), '[]') AS tasks,
    CASE WHEN r.round > 1 THEN (SELECT json_agg(json_build_object('round', o.round, 'form', o.form) ORDER BY o.round) FROM request_round o
      WHERE o.request_id = r.id AND o.round >= r.round - 1) ELSE '[]' END AS rounds,
    (SELECT json_build_object('actorId', b.actor_id, 'comment', b.comment, 'at', iso_time(b.at),
        'to', jsonb_path_query_first(b.events, '$[*] ? (@.type == "request.returned").to'),
        'fields', jsonb_path_query_first(b.events, '$[*] ? (@.type == "request.returned").fields')) FROM transition b
      WHERE b.request_id = r.id AND b.events @> '[{"type": "request.returned"}]' AND NOT EXISTS (SELECT 1 FROM transition u
        WHERE u.request_id = r.id AND u.n > b.n AND u.events @> jsonb_build_array(jsonb_build_object('type', 'decision.undone', 'of', b.n)))
      ORDER BY b.n DESC LIMIT 1) AS "lastReturn",
    (SELECT json_build_object('by', (array_agg(c.actor_id ORDER BY c.n DESC))[1], 'fields', json_agg(DISTINCT c.key),
        'form', (SELECT o.form FROM request_round o WHERE o.request_id = r.id AND o.round = r.round))
      FROM (SELECT x.n, x.actor_id, jsonb_object_keys(x.fields) AS key FROM transition x WHERE x.request_id = r.id
        AND x.events @> '[{"type":"request.corrected"}]' AND NOT x.events @> '[{"type":"request.submitted"}]' AND jsonb_typeof(x.fields) = 'object'
        AND NOT EXISTS (SELECT 1 FROM transition s WHERE s.request_id = r.id AND s.n > x.n AND s.events @> '[{"type":"request.submitted"}]')) c
      HAVING count(*) > 0) AS corrected,
    CASE WHEN r.state#>>'{context,suspendedAt}' IS NOT NULL THEN (SELECT json_build_object('by', h.actor_id, 'at', iso_time(h.at), 'reason', h.comment)
      FROM transition h WHERE h.request_id = r.id AND h.events @> '[{"type":"request.suspended"}]' ORDER BY h.n DESC LIMIT 1) END AS suspended,
    CASE WHEN r.state#>'{context,revoking}' IS NOT NULL THEN (SELECT json_build_object('by', h.actor_id, 'at', iso_time(h.at), 'reason', h.comment)
      FROM transition h WHERE h.request_id = r.id AND h.n = (r.state#>>'{context,revoking,n}')::int) END AS revoking,
    CASE WHEN r.state#>'{context,demands,0}' IS NULL THEN '[]' ELSE (SELECT json_agg(json_build_object('n', h.n, 'comment', h.comment)) FROM transition h
      WHERE h.request_id = r.id AND h.n IN (SELECT (k->>'n')::int FROM jsonb_array_elements(r.state#>'{context,demands}') AS k)) END AS demanded,
    coalesce((SELECT json_agg(json_build_object('by', o.actor_id, 'type', o.type, 'at', iso_time(o.at)) ORDER BY o.n) FROM transition o
      WHERE o.request_id = r.id AND o.type = ANY ('{${OPERATORS}}')), '[]') AS repairs,
    (SELECT json_build_object('type', g.params->>'type', 'by', g.params->>'by', 'reason', g.params->>'reason', 'at', iso_time(g.created_at))
      FROM notification g WHERE g.request_id = r.id AND g.person_id = $2 AND g.notice = 'command-given-up' AND g.params->>'type' IS NOT NULL
        AND g.params->>'command' = (SELECT c.id::text FROM command c WHERE c.request_id = r.id AND c.actor_id = $2 ORDER BY c.created_at DESC LIMIT 1)
    ) AS "givenUp",
    coalesce((SELECT json_agg(to_json(ref)) FROM (${PERSON_REF_SQL}
      WHERE p.id = ANY (ARRAY(SELECT person_id FROM task WHERE request_id = r.id) || r.requester_id || ${OF_RELATIVES})) ref), '[]') AS people,
    (SELECT coalesce(json_agg(each.found ORDER BY each.created_at, each.id), '[]') FROM (
      SELECT k.created_at, k.id, (${relative('k', `k.parent->>'step'`)})::jsonb - 'form' AS found FROM request k WHERE k.parent_id = r.id
        ORDER BY k.created_at, k.id LIMIT ${MOST_CHILDREN}) AS each) AS children,
    (SELECT ${relative('k', `r.parent->>'step'`)} FROM request k WHERE k.id = r.parent_id) AS parent,
    (SELECT name FROM unit WHERE id = r.unit_id) AS unit,
    ${readingSteps('r.id', '$2')} AS "readingSteps",
    r.requester_id = $2 OR EXISTS (SELECT 1 FROM participant c WHERE c.request_id = r.id AND c.person_id = $2) AS concerned,
    EXISTS (SELECT 1 FROM copy c WHERE c.request_id = r.id AND c.person_id = $2 AND c.read_at IS NULL) AS "unreadCopy",
    (SELECT s.n FROM request_seen s WHERE s.request_id = r.id AND s.person_id = $2) AS "seenN"
  FROM request r JOIN definition d ON d.id = r.definition_id JOIN company co ON co.id = r.company_id WHERE r.id = $1`,
};

export async function readBundle(database: DataSource, requestId: string, readerId: string): Promise<RequestBundle | null> {
  const [row] = await run<RequestBundle>(database, BUNDLE, [requestId, readerId]);
  return row ?? null;
}
