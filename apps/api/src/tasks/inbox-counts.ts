import type { Actor } from '../auth/actor';
import { conditionsOf, type RowFilters } from '../requests/rows/row-filters';
import { ROW_LISTS, type RowSource } from '../requests/rows/row-lists';

/** Nobody reads a badge beyond it, and no count costs more than so many rows of one index. */
export const MOST_COUNTED = 10_000;

/** The counts of an inbox and of its saved filters, each from the rows that its list would show. */
export function countsStatement(actor: Actor, saved: RowFilters[]): { text: string; values: unknown[] } {
  const values: unknown[] = [actor.personId, actor.companyId];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const rowsOf = (source: RowSource, filters: RowFilters): string => {
    const { from, where } = ROW_LISTS[source];
    return `FROM ${from === 'desk' ? 'participant' : 'request'} w WHERE ${[where, ...conditionsOf(from, filters, place)].join(' AND ')}`;
  };
  const counted = (rows: string): string => `(SELECT count(*)::int FROM (SELECT ${rows} LIMIT ${MOST_COUNTED}) AS counted)`;
  const text = `SELECT ${counted(rowsOf('todo', {}))} AS todo,
    ${counted('FROM participant w WHERE w.person_id = $1 AND w.under_way')} AS mine,
    ${counted(rowsOf('done', {}))} AS done,
    ${counted(rowsOf('done', { decided: 'today' }))} AS "doneToday",
    (SELECT count(DISTINCT c.request_id)::int FROM (SELECT u.request_id FROM copy u WHERE u.person_id = $1 AND u.read_at IS NULL LIMIT ${MOST_COUNTED}) c) AS copies,
    ${counted(rowsOf('drafts', {}))} AS drafts,
    ARRAY[${saved.map((filters) => counted(rowsOf('todo', filters))).join(', ')}]::int[] AS filtered WHERE $2::uuid IS NOT NULL`;
  return { text, values };
}
