import { canonicalJson } from '@countersign/domain';
import type { Process } from '@countersign/domain';
import type { ReadModel, StoredColumns } from '../repositories/journal.repository';
import { columnsOf } from './projection';
import type { Difference, Replay } from './replay';

/** The columns of the request row as the replayed journal has them. Pure. */
export function replayedColumns(process: Process, replay: Replay, timeZone: string): StoredColumns {
  const { status, amountMinor, currency, currentStep, dueAt, round, submittedAt, finishedAt, outcome } = columnsOf(
    process,
    replay.request.state,
    replay.form,
    timeZone,
  );
  return {
    ...{ n: replay.request.n, hash: replay.request.hash, chainHash: replay.chain, state: replay.request.state, form: replay.form },
    ...{ status, amountMinor, currency, currentStep, dueAt, round, submittedAt, finishedAt, outcome, closedAt: replay.closedAt },
  };
}

/** Where rows say something else than the journal. Pure. */
export function readModelDifferences(
  expected: StoredColumns,
  replay: Replay,
  stored: { columns: StoredColumns; model: ReadModel },
): Difference[] {
  const names = (Object.keys(expected) as (keyof StoredColumns)[]).filter(
    (name) => canonicalJson(expected[name]) !== canonicalJson(stored.columns[name]),
  );
  const columns = names.map((name): Difference => ({
    kind: 'read-model',
    detail: `column ${name} of the request is not what the journal says`,
  }));
  const byId = new Map(stored.model.tasks.map((task) => [task.id, task]));
  const lost = [...replay.tasks.values()].filter((task) => canonicalJson(task) !== canonicalJson(byId.get(task.id) ?? null));
  const foreign = stored.model.tasks.filter((task) => !replay.tasks.has(task.id));
  return [
    ...columns,
    ...[...lost, ...foreign].map((task): Difference => ({
      kind: 'read-model',
      detail: `task ${task.id} at ${task.step} is not what the journal says`,
    })),
  ];
}
