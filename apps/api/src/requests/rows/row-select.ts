import { conditionsOf, type RowFilters } from './row-filters';
import { ROW_LISTS, TABLE_OF, type RowList, type RowSource } from './row-lists';

/** What the list looks up once, before its rows are selected. */
export function givenOf(source: RowSource): string {
  const { given }: RowList = ROW_LISTS[source];
  return given === undefined ? '' : `WITH ${given} `;
}

/** These columns of the rows of a list that pass the filters and every other condition; `place` takes a value and says where it stands in the statement. */
export function selectRows(
  source: RowSource,
  { columns = '', filters, also = [] }: { columns?: string; filters: RowFilters; also?: string[] },
  place: (value: unknown) => string,
): string {
  const { from, where } = ROW_LISTS[source];
  const conditions = [where, ...conditionsOf(from, filters, place), ...also];
  return `${givenOf(source)}SELECT ${columns} FROM ${TABLE_OF[from].table} w WHERE ${conditions.join(' AND ')}`;
}
