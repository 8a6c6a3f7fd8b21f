import { SEARCHED } from '@countersign/database';
import { conditionsOf } from './row-filters';
import { cursorCondition } from './row-cursor';
import { ROW_LISTS, TABLE_OF, orderOf } from './row-lists';
import { pageStatement, type RowQuestion } from './row-query';
import { givenOf } from './row-select';
import { keysOf, patternsOf, type SearchWord } from './search-words';

/** Rows of a list that are looked through one by one before the keys are asked: whatever many requests say is found among them. */
export const NEAR = 1_000;

/** The texts of rows at hand, one by one: never the whole table. A draft is found by its line and its process. */
const TEXT_OF = {
  submitted: 'SELECT t.names, t.text FROM request_text t WHERE t.request_id = near.request_id OFFSET 0',
  draft: `SELECT '' AS names, lower(normalize(concat_ws(E'\\n', r.row_title->>'zh', r.row_title->>'en', d.body->'title'->>'zh', d.body->'title'->>'en'), NFKC)) AS text
      FROM request r JOIN definition d ON d.id = r.definition_id WHERE r.id = near.request_id OFFSET 0`,
};

export interface SearchStatement {
  text: string;
  values: unknown[];
}

/** The first rows of the list that hold the words, among the next `NEAR`; `seen` says how many those were. */
export function nearStatement(question: RowQuestion, words: readonly SearchWord[]): SearchStatement {
  const values: unknown[] = [question.personId, question.companyId];
  const near = pageStatement({ ...question, limit: NEAR }, values);
  const holds = holding(words, (value) => `$${values.push(value)}`);
  const { names, order } = ordered(question, 'near');
  const text = `WITH near AS MATERIALIZED (${near}),
      hit AS (SELECT near.* FROM near JOIN LATERAL (${TEXT_OF[ROW_LISTS[question.source].from === 'draft' ? 'draft' : 'submitted']}) x ON true WHERE ${holds} ORDER BY ${order} LIMIT $${values.push(question.limit)})
    SELECT (SELECT count(*)::int FROM near) AS seen, hit.request_id AS "requestId", ${names.map((name) => `hit.${name}`).join(', ')}
    FROM (SELECT $1::uuid, $2::uuid) AS asked LEFT JOIN hit ON true ORDER BY ${order.replaceAll('near.', 'hit.')}`;
  return { text, values };
}

/**
 * The same from the keys: what few requests say. Null where the words have no key. Texts are found first and only then held against the list, unless
 * PostgreSQL knows better; what is sorted is what was found.
 */
export function keyStatement(question: RowQuestion, words: readonly SearchWord[]): SearchStatement | null {
  const keys = keysOf(words);
  if (keys === null || ROW_LISTS[question.source].from === 'draft') return null;
  const values: unknown[] = [question.personId, question.companyId];
  const place = (value: unknown): string => `$${values.push(value)}`;
  const { from, where } = ROW_LISTS[question.source];
  const order = orderOf(question.source, question.sort);
  const after = question.cursor ? [cursorCondition(order, question.cursor, place)] : [];
  const conditions = [
    where,
    ...conditionsOf(from, question, place),
    ...after,
    `search_grams(${searched('x')}) @@ ${place(keys)}::tsquery`,
    holding(words, place),
  ];
  const { table, id } = TABLE_OF[from];
  const text = `${givenOf(question.source)}SELECT ${id} AS "requestId", ${order.keys.map(({ sql }, at) => `${sql} AS k${at}`).join(', ')}
    FROM request_text x JOIN ${table} w ON ${id} = x.request_id
    WHERE x.company_id = $2 AND $1::uuid IS NOT NULL AND ${conditions.join(' AND ')}
    ORDER BY ${order.keys.map(({ sql }) => sql + (order.downward ? ' DESC' : '')).join(', ')} LIMIT ${place(question.limit)}`;
  return { text, values };
}

const searched = (table: string): string => SEARCHED.replace(/names|text/g, (column) => `${table}.${column}`);

const holding = (words: readonly SearchWord[], place: (value: unknown) => string): string =>
  words.map((word) => `(${searched('x')}) LIKE ANY (${place(patternsOf(word))}::text[])`).join(' AND ');

function ordered(question: RowQuestion, table: string): { names: string[]; order: string } {
  const { keys, downward } = orderOf(question.source, question.sort);
  const names = keys.map((_, at) => `k${at}`);
  return { names, order: names.map((name) => `${table}.${name}${downward ? ' DESC' : ''}`).join(', ') };
}
