import { readingSteps, waitedFor } from '@countersign/database';
import type { Bilingual, Stance, StepRecord } from '@countersign/domain';
import type { CursorValues } from '../../http/cursor';
import { endedPage, isBranched } from './ended-page';
import type { RowFilters } from './row-filters';
import { cursorCondition, type KeyValue } from './row-cursor';
import { orderOf, ROW_LISTS, TABLE_OF, type RowSource } from './row-lists';
import { selectRows } from './row-select';

/** What a list asks for. */
export interface RowQuestion extends RowFilters {
  source: RowSource;
  /** Name of an order; what the list does not have counts as its usual one. */
  sort?: string | undefined;
  /** Words that the request must hold. */
  q?: string | undefined;
  personId: string;
  companyId: string;
  limit: number;
  cursor: CursorValues | null;
}

/** One row as the database gives it. */
export interface FoundRow {
  taskId: string | null;
  requestId: string;
  number: string | null;
  rowTitle: Bilingual | null;
  definitionId: string;
  definitionKey: string;
  definitionTitle: Bilingual;
  requesterId: string;
  amountMinor: string | null;
  currency: string | null;
  submittedAt: Date | null;
  since: Date;
  dueAt: Date | null;
  group: 'overdue' | 'today' | 'week' | 'later' | 'none';
  round: number;
  overPlan: boolean | null;
  status: string;
  diverged: boolean;
  step: string | null;
  waitingFor: string[];
  decision: { by: string; at: string; action: string; step: string } | null;
  pending: boolean;
  unread: boolean;
  /** It was sent back to the reader, to do their step again. */
  sentBack: boolean;
  /** How the reader comes to read it. */
  ownSteps: string[];
  readsAll: boolean;
  /** It stands on the reader's own desk; else they only track it. */
  concerned: boolean;
  /** Opinions signed in the walk of a running request, oldest first, where it waits for the reader; their own left out. */
  opinions: { person: string; stance: Stance }[];
  /** Who sits on the step where a running request stands. */
  seats: StepRecord['seats'] | null;
  /** Values of the order; `infinity` comes as a number. */
  k0: KeyValue;
  k1: KeyValue;
  /** Left out by orders of two. */
  k2?: KeyValue;
}

const GROUP = `CASE WHEN due.at IS NULL THEN 'none' WHEN due.at < now() THEN 'overdue'
  WHEN (due.at AT TIME ZONE co.time_zone)::date <= (now() AT TIME ZONE co.time_zone)::date THEN 'today'
  WHEN (due.at AT TIME ZONE co.time_zone)::date <= (now() AT TIME ZONE co.time_zone)::date + 7 THEN 'week' ELSE 'later' END`;

/** The signed opinions of a request that stands at the reader's task. */
const OPINIONS = `CASE WHEN desk.todo_task IS NULL OR r.status <> 'running' THEN '[]'::jsonb ELSE coalesce((
        SELECT jsonb_agg(jsonb_build_object('person', o->'person', 'stance', o->'stance') ORDER BY o->>'at')
          FROM jsonb_path_query(r.state, '$.context.steps.* ? (@.status == "passed").seats.*.vote ? (@.stance != null)') AS o
          WHERE o->>'person' <> $1::text), '[]'::jsonb) END`;

/** Whether the reader's task is one to which the request was sent back: it was opened by the return itself. */
const SENT_BACK = `coalesce((SELECT b.events @> '[{"type":"request.returned"}]' FROM transition b
        WHERE b.request_id = r.id AND b.n = task.generation AND task.status = 'open'), false)`;

const READS_ALL = `SELECT 1 FROM person_right h WHERE h.person_id = $1 AND h.right_name = 'requests.read-all'`;
const UNREAD = 'EXISTS (SELECT 1 FROM copy c WHERE c.request_id = r.id AND c.person_id = $1 AND c.read_at IS NULL)';

/** What waits for the reader is told by the task that presses most. */
const PRESSING = {
  task: 'desk.todo_task',
  step: `coalesce(task.step, 'returned')`,
  since: 'desk.todo_since',
  due: `nullif(desk.todo_due, 'infinity')`,
  own: false,
};

const TRACKED = { task: 'NULL::uuid', step: 'place.step', since: 'place.since', due: `nullif(place.due, 'infinity')`, own: false };

const ENDED = { task: 'NULL::uuid', step: 'NULL', since: 'r.finished_at', due: 'NULL::timestamptz', own: false };

/** What a list says of a row beside the request: the task it is about, where it stands, since when. */
const ROW_COLUMNS: Record<RowSource, { task: string; step: string; since: string; due: string; own: boolean }> = {
  todo: PRESSING,
  pool: PRESSING,
  done: { task: 'desk.done_task', step: 'task.step', since: 'desk.done_at', due: 'NULL::timestamptz', own: true },
  ended: ENDED,
  copies: { task: 'NULL::uuid', step: 'NULL', since: 'desk.copied_at', due: 'NULL::timestamptz', own: false },
  supervised: { task: 'NULL::uuid', step: 'r.current_step', since: 'desk.copied_at', due: 'r.due_at', own: false },
  mine: { task: 'NULL::uuid', step: 'r.current_step', since: 'r.updated_at', due: 'r.due_at', own: false },
  drafts: { task: 'NULL::uuid', step: 'NULL', since: 'r.updated_at', due: 'NULL::timestamptz', own: false },
  concerned: { task: 'NULL::uuid', step: 'r.current_step', since: 'r.updated_at', due: 'r.due_at', own: false },
  company: { task: 'NULL::uuid', step: 'r.current_step', since: 'r.updated_at', due: 'r.due_at', own: false },
  tracked: TRACKED,
  stuck: TRACKED,
  atStep: TRACKED,
  waitsFor: {
    task: 'theirs.todo_task',
    step: `coalesce(task.step, 'returned')`,
    since: 'theirs.todo_since',
    due: `nullif(theirs.todo_due, 'infinity')`,
    own: false,
  },
  finished: ENDED,
  past: ENDED,
  pastAgain: ENDED,
};

/** What is looked up of a row beside the reader's own desk: where it stands, or how it stands on somebody else's. */
function besideOf({ source, waits, step }: RowQuestion, place: (value: unknown) => string): string {
  if (source === 'waitsFor') return `JOIN participant theirs ON theirs.request_id = r.id AND theirs.person_id = ${place(waits)}`;
  if (ROW_COLUMNS[source] !== TRACKED) return '';
  return `JOIN standing place ON place.request_id = r.id AND ${step === undefined ? 'place.foremost' : `place.step = ${place(step)}`}`;
}

/** The rows of one page: which requests, in their order. Its plan is an index read from where the cursor stands, and nothing else. */
export function pageStatement(question: RowQuestion, values: unknown[]): string {
  const place = (value: unknown): string => `$${values.push(value)}`;
  if (isBranched(question)) return endedPage(question, place);
  const order = orderOf(question.source, question.sort);
  const { keys, downward } = order;
  const also = question.cursor ? [cursorCondition(order, question.cursor, place)] : [];
  const way = downward ? ' DESC' : '';
  const { id } = TABLE_OF[ROW_LISTS[question.source].from];
  const columns = `${id} AS request_id, ${keys.map(({ sql }, at) => `${sql} AS k${at}`).join(', ')}`;
  return `${selectRows(question.source, { columns, filters: question, also }, place)}
      ORDER BY ${keys.map(({ sql }) => sql + way).join(', ')} LIMIT ${place(question.limit)}`;
}

/** Rows that were found already, with the values of their order. */
export interface FoundPlace {
  requestId: string;
  k0: KeyValue;
  k1: KeyValue;
  k2?: KeyValue;
}

/** The statement of a list and its values. One page is cut first; only its rows are looked at more closely. */
export function rowStatement(question: RowQuestion): { text: string; values: unknown[] } {
  const values: unknown[] = [question.personId, question.companyId];
  const { keys, downward } = orderOf(question.source, question.sort);
  const names = keys.map((_, at) => `k${at}`);
  const page = pageStatement(question, values);
  return { text: withColumns(question, page, { names, way: downward ? ' DESC' : '', values }), values };
}

/** The same for rows that a search has found, in their order. */
export function foundStatement(
  question: RowQuestion,
  places: readonly Pick<FoundPlace, 'requestId'>[],
): { text: string; values: unknown[] } {
  const page = 'SELECT id AS request_id, at AS k0 FROM unnest($3::uuid[]) WITH ORDINALITY AS found(id, at)';
  const values: unknown[] = [question.personId, question.companyId, places.map(({ requestId }) => requestId)];
  return { text: withColumns(question, page, { names: ['k0'], way: '', values }), values };
}

/** In which order rows come, and the values of their statement so far. */
interface RowOrder {
  names: string[];
  way: string;
  values: unknown[];
}

function withColumns(question: RowQuestion, page: string, { names, way, values }: RowOrder): string {
  const { source } = question;
  const told = ROW_COLUMNS[source];
  const beside = besideOf(question, (value) => `$${values.push(value)}`);
  const latest = `(SELECT jsonb_build_object('by', t.person_id, 'at', t.closed_at, 'action', t.decision, 'step', t.step) FROM task t
          WHERE t.request_id = r.id AND t.status = 'decided' ORDER BY t.closed_at DESC LIMIT 1)`;
  return `
    WITH page AS MATERIALIZED (${page})
    SELECT ${told.task} AS "taskId", r.id AS "requestId", r.number, r.row_title AS "rowTitle", r.definition_id AS "definitionId", d.key AS "definitionKey",
      d.body->'title' AS "definitionTitle", r.requester_id AS "requesterId", r.amount_minor AS "amountMinor", r.currency, r.submitted_at AS "submittedAt",
      ${told.since} AS since, due.at AS "dueAt", ${GROUP} AS "group", r.round, desk.over_plan AS "overPlan", r.status, r.diverged IS NOT NULL AS diverged,
      ${readingSteps('r.id', '$1')} AS "ownSteps", (SELECT EXISTS (${READS_ALL})) AS "readsAll", desk.person_id IS NOT NULL OR r.requester_id = $1 AS concerned,
      ${told.step} AS step, ${source === 'copies' ? UNREAD : 'false'} AS unread, ${told === PRESSING ? SENT_BACK : 'false'} AS "sentBack",
      ${waitedFor('r.id')} AS "waitingFor",
      ${told.own ? `jsonb_build_object('by', task.person_id, 'at', task.closed_at, 'action', task.decision, 'step', task.step)` : latest} AS decision,
      EXISTS (SELECT 1 FROM command c WHERE c.request_id = r.id AND c.actor_id = $1 AND c.status = 'open') AS pending, ${OPINIONS} AS opinions,
      CASE WHEN r.status = 'running' THEN r.state #> ARRAY['context', 'steps', (${told.step})::text, 'seats'] END AS seats,
      ${names.map((name) => `page.${name}`).join(', ')}
    FROM page JOIN request r ON r.id = page.request_id JOIN definition d ON d.id = r.definition_id JOIN company co ON co.id = r.company_id ${beside}
      LEFT JOIN participant desk ON desk.request_id = r.id AND desk.person_id = $1
      LEFT JOIN task ON task.id = ${told.task} CROSS JOIN LATERAL (SELECT ${told.due} AS at) due
    WHERE r.company_id = $2
    ORDER BY ${names.map((name) => `page.${name}${way}`).join(', ')}`;
}
