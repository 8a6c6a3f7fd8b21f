import { canonicalJson, type Bilingual, type Process } from '@countersign/domain';
import type { ReadModel, StoredColumns } from '../repositories/journal.repository';
import { NUMBER_TO_COME } from '../repositories/record-write';
import type { RequestHead } from '../repositories/request-head';
import { columnsOf } from './projection';
import type { Difference, Replay } from './replay';

/** The columns of the request row as the replayed journal has them. Pure. */
export function replayedColumns(process: Process, replay: Replay, head: Pick<RequestHead, 'timeZone' | 'number'>): StoredColumns {
  const { status, amountMinor, currency, currentStep, dueAt, round, submittedAt, finishedAt, outcome } = columnsOf(
    process,
    replay.request.state,
    replay.form,
    head.timeZone,
  );
  return {
    ...{ n: replay.request.n, hash: replay.request.hash, chainHash: replay.chain, state: replay.request.state, form: replay.form },
    ...{ status, amountMinor, currency, currentStep, dueAt, round, submittedAt, finishedAt, outcome, closedAt: replay.closedAt },
    ...{ rowTitle: withNumber(replay.rowTitle, head.number), updatedAt: replay.updatedAt },
  };
}

/** The journal's line of lists stands without the human number until `record_write` has given it. */
function withNumber(title: Bilingual | null, number: string | null): Bilingual | null {
  const named = (text: string): string => text.replaceAll(NUMBER_TO_COME, number ?? '');
  return title && { zh: named(title.zh), en: named(title.en) };
}

/** Where rows say something else than the journal. Pure. */
export function readModelDifferences(
  expected: StoredColumns,
  replay: Replay,
  stored: { columns: StoredColumns; model: ReadModel },
): Difference[] {
  const names = (Object.keys(expected) as (keyof StoredColumns)[]).filter(
    (name) => (name !== 'rowTitle' || expected[name] !== null) && canonicalJson(expected[name]) !== canonicalJson(stored.columns[name]),
  );
  const columns = names.map((name): Difference => ({
    kind: 'read-model',
    detail: `column ${name} of the request is not what the journal says`,
  }));
  return [...columns, ...rowDifferences(replay.readModel(), stored.model)];
}

const TABLES = ['tasks', 'copies', 'participants', 'claims'] as const;

/** Rows that are there on one side only, or differently, each table in any order. */
function rowDifferences(expected: ReadModel, stored: ReadModel): Difference[] {
  return TABLES.flatMap((table) => {
    const [wanted, there] = [setOf(expected[table]), setOf(stored[table])];
    const differing = [...wanted].filter((row) => !there.has(row)).length + [...there].filter((row) => !wanted.has(row)).length;
    return differing === 0 ? [] : [{ kind: 'read-model' as const, detail: `the ${table} of the request are not what the journal says` }];
  });
}

function setOf(rows: readonly unknown[]): Set<string> {
  return new Set(rows.map(canonicalJson));
}
