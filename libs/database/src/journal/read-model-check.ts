import { canonicalJson, stateHash, type Bilingual, type Process } from '@countersign/domain';
import type { ReadModel, StoredColumns } from '../repositories/journal.repository';
import { NUMBER_TO_COME } from '../repositories/record-write';
import type { RequestHead } from '../repositories/request-head';
import { columnsOf } from './projection';
import type { Difference, Replay } from './replay';

/** The columns of the request row as the replayed journal has them. Pure. */
export function replayedColumns(process: Process, replay: Replay, head: Pick<RequestHead, 'timeZone' | 'number'>): StoredColumns {
  const { status, amountMinor, listedAmount, currency, currentStep, dueAt, round, submittedAt, finishedAt, outcome } = columnsOf(
    process,
    replay.request.state,
    replay.form,
    head.timeZone,
  );
  return {
    ...{ n: replay.request.n, hash: replay.request.hash, chainHash: replay.chain, state: replay.request.state, form: replay.form },
    ...{
      status,
      amountMinor,
      listedAmount,
      currency,
      currentStep,
      dueAt,
      round,
      submittedAt,
      finishedAt,
      outcome,
      closedAt: replay.closedAt,
    },
    ...{ rowTitle: withNumber(replay.rowTitle, numberOf(replay, head)), updatedAt: replay.updatedAt, number: numberOf(replay, head) },
  };
}

/** Journals from before numbers were sealed say nothing of theirs. */
function numberOf(replay: Replay, head: Pick<RequestHead, 'number'>): string | null {
  return replay.number ?? head.number;
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
  return [...columnDifferences(expected, stored.columns), ...rowDifferences(replay.readModel(), stored.model, TABLES)];
}

/**
 * The same for a journal that could only be followed: the state by its hash, the columns that follow from it, and the rows that events tell. What
 * the form and the definition decide (amounts, due days, claims) is left alone. Pure.
 */
export function followedDifferences(
  process: Process,
  replay: Replay,
  head: Pick<RequestHead, 'timeZone' | 'number'>,
  { columns, model }: { columns: StoredColumns; model: ReadModel },
): Difference[] {
  const { request, chain, closedAt, updatedAt } = replay;
  const { n, hash } = request;
  const number = numberOf(replay, head);
  const told = { n, hash, chainHash: chain, closedAt, updatedAt, number, rowTitle: withNumber(replay.rowTitle, number) };
  const sound = (columns.state as unknown) !== null && stateHash(columns.state) === hash;
  const expected = sound ? { ...told, ...columnsOfState(process, columns, head.timeZone) } : told;
  return [
    ...(sound ? [] : [columnDiffers('state')]),
    ...columnDifferences(expected, columns),
    ...rowDifferences(followedRows(replay.readModel()), followedRows(model), FOLLOWED_TABLES),
  ];
}

function columnsOfState(process: Process, { state, form }: StoredColumns, timeZone: string): Partial<StoredColumns> {
  const { status, currentStep, round, submittedAt, finishedAt, outcome } = columnsOf(process, state, form, timeZone);
  const told = { status, round, submittedAt, finishedAt, outcome };
  return process.order.length > 0 ? { ...told, currentStep } : told;
}

/** When an owner's task of a block ended is told by states alone; of the others, what their step is. */
function followedRows({ tasks, ...rest }: ReadModel): Rows {
  return {
    ...rest,
    tasks: tasks.map(({ kind, dueAt: _, ...task }) => {
      const { id, step, generation, seat, personId, openedAt } = task;
      return kind === 'unblock' ? { id, step, generation, seat, personId, openedAt } : task;
    }),
  };
}

function columnDifferences(expected: Partial<StoredColumns>, stored: StoredColumns): Difference[] {
  const names = (Object.keys(expected) as (keyof StoredColumns)[]).filter(
    (name) => (name !== 'rowTitle' || expected[name] !== null) && canonicalJson(expected[name]) !== canonicalJson(stored[name]),
  );
  return names.map(columnDiffers);
}

function columnDiffers(name: keyof StoredColumns): Difference {
  return { kind: 'read-model', detail: `column ${name} of the request is not what the journal says` };
}

const TABLES = ['tasks', 'copies', 'participants', 'claims', 'desks', 'texts'] as const;
const FOLLOWED_TABLES = ['tasks', 'copies', 'participants', 'desks'] as const;
type Rows = Record<(typeof TABLES)[number], readonly unknown[]>;

/** Rows that are there on one side only, or differently, each table in any order. */
function rowDifferences(expected: Rows, stored: Rows, tables: readonly (typeof TABLES)[number][]): Difference[] {
  return tables.flatMap((table) => {
    const [wanted, there] = [setOf(expected[table]), setOf(stored[table])];
    const differing = [...wanted].filter((row) => !there.has(row)).length + [...there].filter((row) => !wanted.has(row)).length;
    return differing === 0 ? [] : [{ kind: 'read-model' as const, detail: `the ${table} of the request are not what the journal says` }];
  });
}

function setOf(rows: readonly unknown[]): Set<string> {
  return new Set(rows.map(canonicalJson));
}
