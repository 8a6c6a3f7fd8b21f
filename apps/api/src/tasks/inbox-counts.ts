import type { Actor } from '../auth/actor';
import { conditionsOf, type RowFilters } from '../requests/rows/row-filters';
import { ROW_LISTS, type RowSource } from '../requests/rows/row-lists';
import { selectRows } from '../requests/rows/row-select';

/** Nobody reads a count beyond it. */
export const MOST_COUNTED = 10_000;
/** What was done is history: that there is much of it is enough. */
const MOST_DONE = 1_000;
/** Among so many of the newest copies those are counted that their reader supervises. */
const MOST_COPIES = 1_000;

/**
 * The counts of an inbox and of its saved filters, each from the rows that its list would show. What is to do is gone through once, however many
 * filters there are; of the rest no more is counted than anybody reads.
 */
export function countsStatement(actor: Pick<Actor, 'personId' | 'companyId'>, saved: RowFilters[]): { text: string; values: unknown[] } {
  const values: unknown[] = [actor.personId, actor.companyId];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const rowsOf = (source: RowSource, filters: RowFilters = {}): string => selectRows(source, { filters }, place);
  const counted = (rows: string, most = MOST_COUNTED): string => `(SELECT count(*)::int FROM (${rows} LIMIT ${most}) AS counted)`;
  const among = saved.map((filters) => {
    const conditions = conditionsOf('desk', filters, place);
    return `least(count(*) FILTER (WHERE ${conditions.length === 0 ? 'true' : conditions.join(' AND ')}), ${MOST_COUNTED})::int`;
  });
  const columns = `least(count(*), ${MOST_COUNTED})::int AS all, ARRAY[${among.join(', ')}]::int[] AS filtered`;
  const text = `SELECT todo.all AS todo, ${counted('SELECT FROM participant w WHERE w.person_id = $1 AND w.under_way')} AS mine,
    ${counted(rowsOf('done'), MOST_DONE)} AS done,
    ${counted(rowsOf('done', { decided: 'today' }))} AS "doneToday", ${counted(`${rowsOf('ended')} ORDER BY w.finished_at DESC, w.id DESC`, 1)} AS ended,
    (SELECT count(DISTINCT c.request_id)::int FROM (SELECT u.request_id FROM copy u WHERE u.person_id = $1 AND u.read_at IS NULL LIMIT ${MOST_COUNTED}) c) AS copies,
    ${counted(rowsOf('drafts'))} AS drafts, ${counted(rowsOf('pool'))} AS pool, (SELECT count(*)::int FROM (SELECT w.person_id, w.request_id, w.copied_at, w.definition_key FROM participant w
      WHERE w.person_id = $1 AND w.copied_at IS NOT NULL ORDER BY w.copied_at DESC, w.request_id DESC LIMIT ${MOST_COPIES}) AS w WHERE ${ROW_LISTS.supervised.where}) AS supervised, todo.filtered
    FROM (${selectRows('todo', { columns, filters: {}, also: ['$2::uuid IS NOT NULL'] }, place)}) AS todo`;
  return { text, values };
}
