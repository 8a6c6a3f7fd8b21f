import { ownValue } from '@countersign/domain';
import { CLAIM_STEPS, heldToday, SUPERVISING_STEPS } from '@countersign/database';

/** A value that a list is ordered by. */
export interface RowKey {
  sql: string;
  type: 'timestamptz' | 'bigint' | 'uuid';
}

/** An order that an index serves from end to end, read upward or downward. */
export interface RowOrder {
  keys: readonly RowKey[];
  downward: boolean;
}

/** Where the rows of a list come from: one table `w`, one row per request, never a join. `$1` is the reader, `$2` the company. */
export interface RowList {
  /** `desk`: how requests stand on somebody's desk; `standing`: where requests under way stand. The others are the requests themselves. */
  from: 'desk' | 'standing' | 'draft' | 'company';
  where: string;
  /** It is of what has ended: narrowed, its rows are read unit by unit, process by process, outcome by outcome (`ended-page.ts`). */
  ended?: true;
  /** What `where` looks up once, however many rows are read: a common table before them. */
  given?: string;
  /** Order by its name; the first is the usual one. */
  orders: Record<string, RowOrder>;
}

const time = (sql: string): RowKey => ({ sql, type: 'timestamptz' });
const upward = (...keys: RowKey[]): RowOrder => ({ keys, downward: false });
const downward = (...keys: RowKey[]): RowOrder => ({ keys, downward: true });
const REQUEST: RowKey = { sql: 'w.request_id', type: 'uuid' };
const ID: RowKey = { sql: 'w.id', type: 'uuid' };

/** Definitions of the company (`$2`) by which one of several takes a step before anybody decides; an index knows them. */
const CLAIMS = `d.company_id = $2 AND jsonb_path_exists(d.body, '${CLAIM_STEPS}')`;
/** Their steps, each after its definition; like their keys worked out once, however many rows are looked at. */
const CLAIM_PLACES = `ARRAY(SELECT d.id || ' ' || (s.step #>> '{}') FROM definition d, jsonb_path_query(d.body, '${CLAIM_STEPS}.id') AS s(step) WHERE ${CLAIMS})`;

/** The task of the reader that one of several takes first, and nobody has taken; looked up row by row, so that the order of the list stays. */
const toClaimOf = (request: string): string => `(SELECT t.id FROM task t JOIN request r ON r.id = t.request_id
    WHERE t.request_id = ${request} AND t.person_id = $1 AND t.status = 'open' AND r.definition_id || ' ' || t.step = ANY (${CLAIM_PLACES})
      AND NOT coalesce((r.state #> ARRAY['context', 'steps', t.step, 'seats']) @? '$.*.pool', false)
      AND (SELECT true FROM task o WHERE o.request_id = t.request_id AND o.step = t.step AND o.status = 'open' AND o.id <> t.id LIMIT 1)
    LIMIT 1)`;

/** Processes of the company that ask people to supervise, worked out once; and whether the reader does so of a request, looked up row by row. */
const SUPERVISED = `w.definition_key = ANY (ARRAY(SELECT d.key FROM definition d WHERE d.company_id = $2 AND jsonb_path_exists(d.body, '${SUPERVISING_STEPS}')))
      AND (SELECT jsonb_path_exists(r.state, '$.context.steps.*.supervisors[*] ? (@ == $who)', jsonb_build_object('who', $1::uuid))
        AND r.status IN ('running', 'returned', 'blocked') AND r.requester_id <> $1 FROM request r WHERE r.id = w.request_id)`;

/** Whether one of the reader's posts is among those who may, and whether they look after requests and those may. */
const BY_POST = `EXISTS (SELECT 1 FROM position o
      WHERE o.person_id = $1 AND ${heldToday('o')} AND rule.body->'by' @> jsonb_build_array(jsonb_build_object('role', o.role)))`;
const BY_RIGHT = `(rule.body->'by' @> '["operator"]' AND EXISTS (SELECT 1 FROM person_right h WHERE h.person_id = $1 AND h.right_name = 'requests.operate'))`;

/** By which definitions (`$2`) the reader may re-open or revoke what has ended, and how it has to have; `carries`: though something was carried out. */
const takingUp = (
  who: string,
): string => `rule AS MATERIALIZED (SELECT d.id, rule.outcomes, (rule.body->>'days')::int * interval '24 hours' AS days, rule.carries
    FROM definition d JOIN company c ON c.id = d.company_id CROSS JOIN LATERAL (VALUES
      (d.body->'reopen', d.body#>'{reopen,outcomes}', false),
      (d.body->'revoke', '["approved"]'::jsonb, d.body#>'{revoke,steps}' IS NOT NULL)) AS rule(body, outcomes, carries)
    WHERE d.company_id = $2 AND ${who})`;
/** What has come to its end, of others, and can be taken up again by one of these rules; no more is looked through than one of them reaches back. */
const TAKEN_UP = `w.company_id = $2 AND w.finished_at >= (SELECT min(coalesce(now() - rule.days, '-infinity')) FROM rule)
      AND w.requester_id <> $1 AND w.definition_id = ANY (ARRAY(SELECT rule.id FROM rule))
      AND (SELECT true FROM rule WHERE rule.id = w.definition_id AND rule.outcomes @> to_jsonb(w.status::text)
        AND w.finished_at >= coalesce(now() - rule.days, '-infinity') AND (rule.carries OR w.state #> '{context,carriedOut}' = '[]') LIMIT 1)`;
const LAST_ENDED = { newest: downward(time('w.finished_at'), ID) };

/** What waits for the reader, by what presses most; also what of it one of several takes first. */
const PRESSING = {
  due: upward(time('w.todo_due'), time('w.todo_since'), REQUEST),
  waiting: upward(time('w.todo_since'), REQUEST),
  amount: upward({ sql: 'w.amount_order', type: 'bigint' }, time('w.todo_since'), REQUEST),
  newest: downward(time('w.todo_since'), REQUEST),
};

/**
 * Every list of requests. Open work stands by what is most pressing, everything else with the newest first. A draft never shows anywhere but among
 * its requester's drafts, and what waits for the reader is not yet done. A new list needs an index that serves its order and a row in
 * `row-plans.pg.spec.ts`.
 */
export const ROW_LISTS = {
  /** What waits for the reader: open tasks, and own requests that came back. */
  todo: {
    from: 'desk',
    where: 'w.person_id = $1 AND w.todo_since IS NOT NULL',
    orders: PRESSING,
  },
  /** Of it what one of several takes before anybody decides. */
  pool: {
    from: 'desk',
    where: `w.person_id = $1 AND w.todo_since IS NOT NULL AND w.definition_key = ANY (ARRAY(SELECT d.key FROM definition d WHERE ${CLAIMS})) AND ${toClaimOf('w.request_id')} IS NOT NULL`,
    orders: PRESSING,
  },
  done: {
    from: 'desk',
    where: 'w.person_id = $1 AND w.done_at IS NOT NULL AND w.todo_since IS NULL',
    orders: { newest: downward(time('w.done_at'), REQUEST) },
  },
  /** What has come to its end, of others, and the reader may take up again by a post of theirs. Requesters have their own among what is theirs. */
  ended: {
    from: 'company',
    ended: true,
    given: takingUp(BY_POST),
    where: TAKEN_UP,
    orders: LAST_ENDED,
  },
  copies: {
    from: 'desk',
    where: 'w.person_id = $1 AND w.copied_at IS NOT NULL',
    orders: { newest: downward(time('w.copied_at'), REQUEST) },
  },
  /** Of them what is under way and the reader supervises. */
  supervised: {
    from: 'desk',
    where: `w.person_id = $1 AND w.copied_at IS NOT NULL AND ${SUPERVISED}`,
    orders: { newest: downward(time('w.copied_at'), REQUEST) },
  },
  mine: { from: 'desk', where: 'w.person_id = $1 AND w.mine', orders: { newest: downward(time('w.listed_at'), REQUEST) } },
  drafts: {
    from: 'draft',
    where: 'w.requester_id = $1 AND w.listed_at IS NULL',
    orders: { newest: downward(time('w.created_at'), ID) },
  },
  /** All that the reader is concerned by. */
  concerned: { from: 'desk', where: 'w.person_id = $1', orders: { newest: downward(time('w.listed_at'), REQUEST) } },
  /** All of the company, for those who may read everything. */
  company: {
    from: 'company',
    where: 'w.company_id = $2 AND w.listed_at IS NOT NULL',
    orders: { newest: downward(time('w.listed_at'), ID) },
  },
  /** All that is under way, by the step that presses most. Lists from here on belong to those who track requests: `area` says which. */
  tracked: {
    from: 'standing',
    where: 'w.company_id = $2 AND w.foremost',
    orders: {
      due: upward(time('w.due'), time('w.since'), REQUEST),
      waiting: upward(time('w.since'), REQUEST),
    },
  },
  /** What nobody can move. */
  stuck: {
    from: 'standing',
    where: `w.company_id = $2 AND w.foremost AND w.kind = 'blocked'`,
    orders: { waiting: upward(time('w.since'), REQUEST) },
  },
  /** What waits at one step of a process; asked with `definition` and `step`. */
  atStep: { from: 'standing', where: 'w.company_id = $2', orders: { waiting: upward(time('w.since'), REQUEST) } },
  /** What waits for one person; asked with `waits`. */
  waitsFor: {
    from: 'desk',
    where: 'w.todo_since IS NOT NULL',
    orders: {
      due: upward(time('w.todo_due'), time('w.todo_since'), REQUEST),
      waiting: upward(time('w.todo_since'), REQUEST),
    },
  },
  /** What came to its end in the last seven days. */
  finished: {
    from: 'company',
    ended: true,
    where: `w.company_id = $2 AND w.finished_at > now() - interval '7 days'`,
    orders: LAST_ENDED,
  },
  /** All that ever came to its end. */
  past: {
    from: 'company',
    ended: true,
    where: 'w.company_id = $2 AND w.finished_at IS NOT NULL',
    orders: LAST_ENDED,
  },
  /** Of it what the reader may take up again, by a post of theirs or because they look after requests. */
  pastAgain: {
    from: 'company',
    ended: true,
    given: takingUp(`(${BY_POST} OR ${BY_RIGHT})`),
    where: TAKEN_UP,
    orders: LAST_ENDED,
  },
} as const satisfies Record<string, RowList>;
export type RowSource = keyof typeof ROW_LISTS;

/** The table of those rows, and what it calls the request. */
export const TABLE_OF: Record<RowList['from'], { table: string; id: string }> = {
  desk: { table: 'participant', id: 'w.request_id' },
  standing: { table: 'standing', id: 'w.request_id' },
  draft: { table: 'request', id: 'w.id' },
  company: { table: 'request', id: 'w.id' },
};

/** The order of that name, or the list's usual one. */
export function orderOf(source: RowSource, name: string | undefined): RowOrder {
  const orders: Record<string, RowOrder> = ROW_LISTS[source].orders;
  const [usual] = Object.values(orders);
  const found = (name === undefined ? undefined : ownValue(orders, name)) ?? usual;
  if (!found) throw new Error(`Expected the list ${source} to have an order, but it has none`);
  return found;
}
