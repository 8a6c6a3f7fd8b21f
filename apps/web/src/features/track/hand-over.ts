import type { Bilingual } from '@countersign/domain';
import { call, ProblemError } from '../../shared/api/client';
import { newPress } from '../../shared/api/press';
import type { components } from '../../shared/api/schema';
import type { PressAnswer } from '../../shared/api/wire';
import type { TrackRow } from './track-queries';

/** As many as are handed over at once. */
export const MOST_HANDED = 200;
/** Asked at the same time: each is a command of its own. */
const ABREAST = 3;

/** What is known of one row: whether it may be handed over, and what became of it. */
export type Verdict = { state: 'asking' | 'may' | 'going' | 'done' | 'unknown' } | { state: 'not' | 'failed'; why: Bilingual | string };

/** From whom to whom. */
export interface Handing {
  from: string;
  to: string;
}

/** Does one thing for each row, a few at a time, until all are through or it is called off. What was begun is finished. */
export async function eachRow(
  rows: readonly TrackRow[],
  { stopped }: { stopped: () => boolean },
  does: (row: TrackRow) => Promise<void>,
): Promise<void> {
  const left = [...rows];
  const work = async (): Promise<void> => {
    for (let row = left.shift(); row !== undefined && !stopped(); row = left.shift()) await does(row);
  };
  await Promise.all(Array.from({ length: ABREAST }, work));
}

const bodyOf = ({ stepId }: TrackRow, { from, to }: Handing) => ({ step: stepId, person: to, from });

/** Whether the row may be handed over, as the engine would say now. */
export async function verdictOf(row: TrackRow, handing: Handing): Promise<Verdict> {
  try {
    const trial = await call<components['schemas']['TrialView']>('POST', `/requests/${row.requestId}/trial`, {
      body: { command: 'reassign', body: bodyOf(row, handing) },
    });
    return trial.refusal ? { state: 'not', why: trial.refusal.text } : { state: 'may' };
  } catch (error) {
    return { state: 'not', why: textOf(error) };
  }
}

/** Hands the row over, as one command; its answer is the verdict. */
export async function handOver(row: TrackRow, { comment, by, ...handing }: Handing & { comment: string; by: string }): Promise<Verdict> {
  try {
    const { status } = await call<PressAnswer>('POST', `/requests/${row.requestId}/reassign`, {
      body: { ...bodyOf(row, handing), comment },
      idempotencyKey: newPress(by).key,
      prefer: 'minimal',
    });
    return { state: status === 'done' ? 'done' : 'unknown' };
  } catch (error) {
    // No answer, or none about the command: it may well have been taken.
    if (error instanceof ProblemError && (error.status === 0 || error.status >= 500)) return { state: 'unknown' };
    return { state: 'failed', why: textOf(error) };
  }
}

const textOf = (error: unknown): string => (error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : String(error));
