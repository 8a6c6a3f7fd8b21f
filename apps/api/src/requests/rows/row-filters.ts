import type { RowList } from './row-lists';

/** What may be asked of the rows of a list; left out where nothing is asked. */
export interface RowFilters {
  /** Key of the definition. */
  definition?: string | undefined;
  status?: string | undefined;
  /** Minor units. */
  amountMin?: string | undefined;
  amountMax?: string | undefined;
  /** Unit of the requester, subtree included. */
  unit?: string | undefined;
  resubmitted?: boolean | undefined;
  overPlan?: boolean | undefined;
  due?: 'overdue' | 'today' | 'week' | 'later' | 'none' | undefined;
  /** Decided by the reader on this calendar day of the company. */
  decided?: 'today' | undefined;
  /** First submitted on or after, on or before: calendar days of the company. */
  from?: string | undefined;
  to?: string | undefined;
  /** Came to its end on or after, on or before. */
  endedFrom?: string | undefined;
  endedTo?: string | undefined;
  /** Version of the definition: its id. */
  version?: string | undefined;
  /** Where it stands. */
  step?: string | undefined;
  kind?: 'waiting' | 'unheeded' | 'returned' | 'blocked' | 'suspended' | undefined;
  /** The person that it waits for. */
  waits?: string | undefined;
  /** It has waited for at least so many hours. */
  waitedHours?: number | undefined;
  /** Units (subtrees included) whose requests alone may be shown. */
  area?: string[] | undefined;
}

type From = RowList['from'];

/**
 * One filter: its condition for a value at the place `$`, on the table `w` of each kind of list. Of the whole company nothing is asked but what an
 * index serves.
 */
interface Filter {
  of: (filters: RowFilters) => unknown;
  sql: Partial<Record<From, string>>;
}

const ZONE = '(SELECT c.time_zone FROM company c WHERE c.id = $2)';
const TODAY = `(now() AT TIME ZONE ${ZONE})::date`;
/** When a calendar day of the company begins. */
const beginning = (day: string): string => `((${day})::timestamp AT TIME ZONE ${ZONE})`;

/** `§`: the column that says when it is due. */
const DUE: Record<NonNullable<RowFilters['due']>, string> = {
  overdue: '§ < now()',
  today: `§ >= now() AND § < ${beginning(`${TODAY} + 1`)}`,
  week: `§ >= greatest(now(), ${beginning(`${TODAY} + 1`)}) AND § < ${beginning(`${TODAY} + 8`)}`,
  later: `§ >= ${beginning(`${TODAY} + 8`)} AND § < 'infinity'`,
  none: `§ = 'infinity'`,
};

/** A draft was neither submitted again nor held against the plan, and is due on no day. */
const NO_DRAFT = 'NOT $::boolean';
const ofList = (condition: string) => ({ desk: condition, draft: condition, company: condition });
const ofWaiting = (condition: string) => ({ desk: condition, standing: condition });
/** That nothing can follow any more stands with the request: of those that have ended it is looked up row by row, so that the order of the list stays. */
const CLOSED: Filter['sql'] = {
  desk: `w.status NOT IN ('running', 'returned', 'blocked') AND (SELECT r.closed_at IS NOT NULL FROM request r WHERE r.id = w.request_id) = $`,
  draft: '(w.closed_at IS NOT NULL) = $',
  company: '(w.closed_at IS NOT NULL) = $',
};
export const SUBTREE = 'ARRAY(SELECT u.id FROM unit u WHERE u.path @> ARRAY[$::uuid])';
export const SUBTREES = 'ARRAY(SELECT u.id FROM unit u WHERE u.path && $::uuid[])';
const isOf = (units: string): string => `w.unit_id = ANY (${units})`;
/** The requester's desk says the side of the plan, looked up row by row, so that the order of the list stays. */
const OVER_PLAN = '(SELECT coalesce(p.over_plan, false) FROM participant p WHERE p.request_id = w.id AND p.person_id = w.requester_id) = $';
/** Whether a request on a desk stands so is looked up row by row. */
const STANDS_AS = '(SELECT true FROM standing s WHERE s.request_id = w.request_id AND s.kind = ANY ($) LIMIT 1)';
/** The unit of the requester of a draft is where they work. */
const WORKS_IN = `(SELECT true FROM position o WHERE o.person_id = w.requester_id
  AND o.unit_id = ANY (${SUBTREE}) LIMIT 1)`;

const FILTERS: Filter[] = [
  {
    of: ({ definition }) => definition || undefined,
    sql: {
      ...ofWaiting('w.definition_key = $'),
      draft: '(SELECT d.key FROM definition d WHERE d.id = w.definition_id) = $',
      company: 'w.definition_key = $',
    },
  },
  // What is closed keeps its outcome; “closed” asks for everything that can no longer change.
  { of: ({ status }) => (status && status !== 'closed' ? status : undefined), sql: ofList('w.status = $') },
  { of: ({ status }) => (status === 'closed' ? true : undefined), sql: CLOSED },
  { of: ({ from }) => from, sql: ofList(`w.listed_at >= ${beginning('$::date')}`) },
  { of: ({ to }) => to, sql: ofList(`w.listed_at < ${beginning('$::date + 1')}`) },
  { of: ({ endedFrom }) => endedFrom, sql: { company: `w.finished_at >= ${beginning('$::date')}` } },
  { of: ({ endedTo }) => endedTo, sql: { company: `w.finished_at < ${beginning('$::date + 1')}` } },
  {
    of: ({ amountMin }) => amountMin,
    sql: { ...ofWaiting('w.amount_order <= -($::bigint)'), draft: 'w.amount_minor >= $::bigint', company: 'w.listed_amount >= $::bigint' },
  },
  {
    of: ({ amountMax }) => amountMax,
    sql: {
      ...ofWaiting('w.amount_order BETWEEN -($::bigint) AND 0'),
      draft: 'w.amount_minor <= $::bigint',
      company: 'w.listed_amount <= $::bigint',
    },
  },
  {
    of: ({ unit }) => unit,
    sql: { ...ofList(isOf(SUBTREE)), standing: isOf(SUBTREE), draft: WORKS_IN },
  },
  { of: ({ area }) => area, sql: { ...ofWaiting(isOf(SUBTREES)), company: isOf(SUBTREES) } },
  {
    of: ({ version }) => version,
    sql: {
      desk: '(SELECT r.definition_id FROM request r WHERE r.id = w.request_id) = $',
      standing: 'w.definition_id = $',
      company: 'w.definition_id = $',
    },
  },
  { of: ({ step }) => step, sql: { desk: '(SELECT k.step FROM task k WHERE k.id = w.todo_task) = $', standing: 'w.step = $' } },
  // Nobody being reminded any more, it waits all the same.
  { of: ({ kind }) => (kind === 'waiting' ? ['waiting', 'unheeded'] : undefined), sql: { desk: STANDS_AS, standing: 'w.kind = ANY ($)' } },
  { of: ({ kind }) => (kind === 'waiting' ? undefined : kind), sql: { desk: STANDS_AS.replace('ANY ($)', '$'), standing: 'w.kind = $' } },
  { of: ({ waits }) => waits, sql: { desk: 'w.person_id = $' } },
  {
    of: ({ waitedHours }) => waitedHours,
    sql: { desk: `w.todo_since <= now() - $ * interval '1 hour'`, standing: `w.since <= now() - $ * interval '1 hour'` },
  },
  { of: ({ resubmitted }) => resubmitted, sql: { desk: 'w.resubmitted = $', draft: NO_DRAFT, company: '(w.round > 1) = $' } },
  { of: ({ overPlan }) => overPlan, sql: { desk: 'coalesce(w.over_plan, false) = $', draft: NO_DRAFT, company: OVER_PLAN } },
];

/** The conditions of these filters on a list; `place` takes a value and says where it stands in the statement. */
export function conditionsOf(from: From, filters: RowFilters, place: (value: unknown) => string): string[] {
  const named = FILTERS.flatMap(({ of, sql }) => {
    const value = of(filters);
    if (value === undefined) return [];
    const condition = sql[from];
    if (condition === undefined) throw new Error(`Expected the list to know the filter, but it does not: ${JSON.stringify(filters)}`);
    const at = place(value);
    return [condition.replace(/\$(?!\d)/g, () => at)];
  });
  const due = filters.due === undefined ? [] : [dueCondition(from, DUE[filters.due])];
  const decided = filters.decided === undefined ? [] : [from === 'desk' ? `w.done_at >= ${beginning(TODAY)}` : 'false'];
  return [...named, ...due, ...decided];
}

function dueCondition(from: From, condition: string): string {
  if (from === 'standing') return condition.replaceAll('§', 'w.due');
  return from === 'desk' ? `w.todo_since IS NOT NULL AND ${condition.replaceAll('§', 'w.todo_due')}` : 'false';
}
