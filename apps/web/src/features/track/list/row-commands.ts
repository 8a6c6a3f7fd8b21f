import type { Bilingual } from '@countersign/domain';
import { call, ProblemError } from '../../../shared/api/client';
import { newPress } from '../../../shared/api/press';
import type { components } from '../../../shared/api/schema';
import type { PressAnswer } from '../../../shared/api/wire';
import type { TrackRow } from '../track-queries';

/** As many as are picked at once. */
export const MOST_PICKED = 200;
/** Asked at the same time: each is a command of its own. */
const ABREAST = 3;

/** What is known of one row: whether it may be handed over, waits for its turn, and what has become of it. */
export type Verdict =
  | { state: 'asking' | 'may' }
  | { state: 'not'; why: Bilingual | string }
  | { state: 'waits' | 'going' | 'done' | 'unknown' }
  | { state: 'failed'; why: string };

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

/** Sends one command of the row; its answer is the verdict. */
async function commanded({ requestId }: TrackRow, command: 'reassign' | 'urge', body: object, by: string): Promise<Verdict> {
  try {
    const { status } = await call<PressAnswer>('POST', `/requests/${requestId}/${command}`, {
      body,
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

/** Hands the row over. */
export const handOver = (row: TrackRow, { comment, by, ...handing }: Handing & { comment: string; by: string }): Promise<Verdict> =>
  commanded(row, 'reassign', { ...bodyOf(row, handing), comment }, by);

/** Reminds those who have the row. */
export const urge = (row: TrackRow, by: string): Promise<Verdict> => commanded(row, 'urge', {}, by);

const textOf = (error: unknown): string => (error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : String(error));
