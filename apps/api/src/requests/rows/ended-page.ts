import { OUTCOMES } from '@countersign/domain';
import type { CursorValues } from '../../http/cursor';
import { cursorCondition } from './row-cursor';
import { conditionsOf, SUBTREE, SUBTREES, type RowFilters } from './row-filters';
import { orderOf, ROW_LISTS, type RowList, type RowSource } from './row-lists';

type Place = (value: unknown) => string;

/** A page of what has ended. */
export interface EndedQuestion extends RowFilters {
  source: RowSource;
  limit: number;
  cursor: CursorValues | null;
}

/** So many times as many rows as a page has are looked through one by one first: a page of what is frequent is among them. */
const NEAR = 20;

/** Of so many branches each is read a whole page deep at most; of more, none deeper than the page can reach. */
const DEEP_BRANCHES = 13;

/** Whether that is a list of what has ended, narrowed by more than the time. */
export function isBranched({ source, unit, area, definition, status }: RowFilters & { source: RowSource }): boolean {
  const { ended, given }: RowList = ROW_LISTS[source];
  return ended === true && (given !== undefined || [unit, area, definition, status].some((filter) => filter !== undefined));
}

/**
 * A page of a narrowed list of what has ended: out of the newest rows, where enough of those pass. What is rare stands in many places of an index, a branch
 * for each unit, process and outcome, and in each by time. The newest few of every branch say how far back the page can reach; then each is read so far.
 * What does not pass is not looked at, however much there is.
 */
export function endedPage(question: EndedQuestion, place: Place): string {
  const { source, limit, cursor, endedFrom, endedTo, unit, area, definition, ...others } = question;
  const { where, given }: RowList = ROW_LISTS[source];
  const all = (...conditions: string[]): string => conditions.join(' AND ');
  const after = cursor ? [cursorCondition(orderOf(source, undefined), cursor, place)] : [];
  const span = all('w.company_id = $2 AND w.finished_at IS NOT NULL', ...conditionsOf('company', { endedFrom, endedTo }, place), ...after);
  const passes = all(where, ...conditionsOf('company', others, place));
  const branch = branchesOf(question, place);
  const newest = 'ORDER BY w.finished_at DESC, w.id DESC';
  const each = (most: string, also = ''): string =>
    `branch CROSS JOIN LATERAL (SELECT w.id, w.finished_at FROM request w WHERE ${all(span, passes, ...branch.holds)}${also} ${newest} LIMIT ${most}) AS w`;
  const [page, few] = [place(limit), place(Math.ceil(limit / DEEP_BRANCHES))];
  const nearby = `SELECT * FROM request w WHERE ${span} ${newest} LIMIT ${page} * ${NEAR}`;
  const narrow = all(passes, ...conditionsOf('company', { unit, area, definition }, place));
  return `WITH ${given === undefined ? '' : `${given}, `}branch AS MATERIALIZED (${branch.text}),
      near AS MATERIALIZED (SELECT w.id, w.finished_at FROM (${nearby}) AS w WHERE ${narrow} LIMIT ${page}),
      reach AS MATERIALIZED (SELECT w.finished_at FROM ${each(few)} ${newest} OFFSET ${page} - 1 LIMIT 1),
      far AS MATERIALIZED (SELECT w.id, w.finished_at FROM ${each(page, ` AND w.finished_at >= coalesce((SELECT reach.finished_at FROM reach), '-infinity')`)}
        WHERE (SELECT count(*) FROM near) < ${page} ${newest} LIMIT ${page})
    SELECT w.id AS request_id, w.finished_at AS k0, w.id AS k1
    FROM (SELECT * FROM far UNION ALL SELECT * FROM near WHERE (SELECT count(*) FROM near) = ${page}) AS w ${newest}`;
}

/** The branches that the filters leave, and how a row belongs to one. */
function branchesOf({ source, unit, area, definition, status }: EndedQuestion, place: Place): { text: string; holds: string[] } {
  const { given }: RowList = ROW_LISTS[source];
  const within = [...unitsOf(SUBTREE, unit, place), ...unitsOf(SUBTREES, area, place)];
  const byUnit = within.length > 0;
  const byProcess = !byUnit || definition !== undefined || given !== undefined;
  const asked = (column: string, value: string | undefined): string => (value === undefined ? '' : ` AND ${column} = ${place(value)}`);
  const units = `SELECT u.id AS unit_id FROM unit u WHERE ${within.join(' AND ')}`;
  const keys = `SELECT DISTINCT d.key AS definition_key FROM definition d WHERE d.company_id = $2${asked('d.key', definition)}`;
  const outcome = asked('o', status === 'closed' ? undefined : status);
  const outcomes = `SELECT o AS status FROM unnest(ARRAY['${OUTCOMES.join(`', '`)}']) AS o WHERE true${outcome}`;
  // A rule says of which processes, and how they have to have ended.
  const ruled = `SELECT DISTINCT k.definition_key, o AS status FROM (${keys}) AS k JOIN definition d ON d.company_id = $2 AND d.key = k.definition_key
    JOIN rule ON rule.id = d.id CROSS JOIN LATERAL jsonb_array_elements_text(rule.outcomes) AS o WHERE true${outcome}`;
  const parts = [...(byUnit ? [units] : []), ...(given === undefined ? [...(byProcess ? [keys] : []), outcomes] : [ruled])];
  const columns = [...(byUnit ? ['unit_id'] : []), ...(byProcess ? ['definition_key'] : []), 'status'];
  return {
    text: `SELECT * FROM ${parts.map((rows, at) => `(${rows}) AS part_${at}`).join(', ')}`,
    holds: columns.map((column) => `w.${column} = branch.${column}`),
  };
}

const unitsOf = (among: string, value: unknown, place: Place): string[] =>
  value === undefined ? [] : [`u.id = ANY (${among.replace('$', () => place(value))})`];
