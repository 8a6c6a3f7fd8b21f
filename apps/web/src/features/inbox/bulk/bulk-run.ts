import { call, ProblemError } from '../../../shared/api/client';
import type { BulkResult, BulkTrial, PressAnswer } from '../../../shared/api/wire';
import { forgetDecided, noteDecided } from '../../../shared/state/decided-here';
import { freshId } from '../../../shared/state/sending/fresh-id';
import { noteReached } from '../../../shared/state/sending/reached';
import { createStore, useStore } from '../../../shared/state/store';

type Bilingual = { zh: string; en: string };

/** How one of them stands. `unknown`: no answer came, however often it was sent. */
export interface RunItem {
  trial: BulkTrial;
  end: BulkResult['status'] | 'waiting' | 'unknown' | 'undone';
  /** Why it was not done, or not taken back. */
  why: Bilingual | string | null;
  undo: BulkResult['undo'];
}

/** One press on many requests, as far as it has come. It goes on where its reader looks at something else meanwhile. */
export interface BulkRun {
  id: string;
  stage: 'running' | 'stopping' | 'finished' | 'undoing';
  items: RunItem[];
  /** What was left out, and stays to be looked at one by one. */
  skips: readonly BulkTrial[];
}

const store = createStore<BulkRun | null>(null);
export const useBulkRun = (): BulkRun | null => useStore(store);

/** So many go in one call: what follows is shown, and can be stopped, call by call. */
const IN_ONE_CALL = 4;
const TRIES = 4;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const change = (task: string, part: Partial<RunItem>): void =>
  store.set((run) => run && { ...run, items: run.items.map((item) => (item.trial.task === task ? { ...item, ...part } : item)) });
const stage = (now: BulkRun['stage']): void => store.set((run) => run && { ...run, stage: now });

/** No answer, or one that says nothing about what was sent: it is sent again under the same key, which does nothing twice. */
const saysNothing = (error: unknown): boolean => !(error instanceof ProblemError) || error.status === 0 || error.status >= 500;
const wordsOf = (error: unknown): string | null => (error instanceof ProblemError ? (error.problem.detail ?? error.problem.title) : null);

function take({ task, requestId, status, reason, undo, n }: BulkResult): void {
  change(task, { end: status, why: reason?.text ?? null, undo });
  if (status !== 'done' || requestId === null) return;
  noteReached(requestId, n ?? 0);
  noteDecided(requestId);
}

async function sendSome(some: readonly BulkTrial[], key: string, said: { comment: string; upTo: string }): Promise<void> {
  const body = {
    command: 'approve',
    upTo: said.upTo,
    ...(said.comment.trim() === '' ? {} : { comment: said.comment }),
    items: some.map(({ task, shown }) => ({ task, shown })),
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { items } = await call<{ items: BulkResult[] }>('POST', '/tasks/decisions', { body, idempotencyKey: key });
      const left = items.some(({ status }) => status === 'not-begun');
      if (!left || attempt === TRIES) return items.forEach(take);
    } catch (error) {
      if (!saysNothing(error)) return some.forEach(({ task }) => change(task, { end: 'refused', why: wordsOf(error) }));
      if (attempt === TRIES) return some.forEach(({ task }) => change(task, { end: 'unknown' }));
      await pause(500 * 2 ** attempt);
    }
  }
}

/** Decides them, some at a time, until all are done or the reader stops it. */
export async function startRun(
  trials: readonly BulkTrial[],
  skips: readonly BulkTrial[],
  said: { comment: string; upTo: string },
): Promise<void> {
  const id = freshId();
  store.set({ id, stage: 'running', skips, items: trials.map((trial) => ({ trial, end: 'waiting', why: null, undo: null })) });
  for (let at = 0; at < trials.length; at += IN_ONE_CALL) {
    if (store.get()?.stage === 'stopping') break;
    await sendSome(trials.slice(at, at + IN_ONE_CALL), `${id}.${at}`, said);
  }
  store.set(
    (run) =>
      run && { ...run, stage: 'finished', items: run.items.map((item) => (item.end === 'waiting' ? { ...item, end: 'not-begun' } : item)) },
  );
}

/** What was not begun stays. */
export const stopRun = (): void => stage('stopping');
/** Its results have been seen. */
export const closeRun = (): void => store.set(null);

/** Takes one back: within its grace time as an undo, afterwards as long as nobody has acted on it. */
async function takeBack({ trial: { task, requestId } }: RunItem): Promise<void> {
  const path = (command: string): string => `/requests/${requestId ?? ''}/${command}`;
  const press = (command: string): Promise<PressAnswer> =>
    call<PressAnswer>('POST', path(command), { body: {}, idempotencyKey: freshId(), prefer: 'minimal' });
  try {
    const answer = await press('undo').catch((error: unknown) => {
      if (error instanceof ProblemError && error.code === 'undo-too-late') return press('take-back');
      throw error;
    });
    noteReached(requestId ?? '', answer.n ?? 0);
    forgetDecided(requestId ?? '');
    change(task, { end: answer.status === 'done' ? 'undone' : 'open', why: null, undo: null });
  } catch (error) {
    change(task, { why: wordsOf(error), undo: null });
  }
}

/** Takes back what was done, each by itself, as far as it can be; the newest first, whose grace time is still to come. */
export async function undoRun(items: readonly RunItem[]): Promise<void> {
  stage('undoing');
  const left = items.filter(({ end }) => end === 'done');
  const lane = async (): Promise<void> => {
    for (let item = left.pop(); item; item = left.pop()) await takeBack(item);
  };
  await Promise.all(Array.from({ length: IN_ONE_CALL }, lane));
  stage('finished');
}
