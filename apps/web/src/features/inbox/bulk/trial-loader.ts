import { call } from '../../../shared/api/client';
import type { BulkTrial } from '../../../shared/api/wire';

interface Asked {
  task: string;
  settle: (item: BulkTrial | undefined) => void;
  fail: (error: unknown) => void;
}

/** What is asked within so long goes in one call. */
const GATHER_MS = 60;
const MOST_IN_ONE = 100;
const waiting = new Map<string, Asked[]>();

async function ask(upTo: string): Promise<void> {
  const all = waiting.get(upTo) ?? [];
  waiting.delete(upTo);
  for (let at = 0; at < all.length; at += MOST_IN_ONE) {
    const some = all.slice(at, at + MOST_IN_ONE);
    const tasks = [...new Set(some.map(({ task }) => task))];
    try {
      const { items } = await call<{ items: BulkTrial[] }>('POST', '/tasks/decisions/trial', { body: { command: 'approve', upTo, tasks } });
      some.forEach(({ task, settle }) => settle(items.find((item) => item.task === task)));
    } catch (error) {
      some.forEach(({ fail }) => fail(error));
    }
  }
}

/** What would become of a task; those that are asked for together are asked in one call. */
export function tryTask(task: string, upTo: string): Promise<BulkTrial> {
  return new Promise((resolve, reject) => {
    const settle = (item: BulkTrial | undefined): void =>
      item ? resolve(item) : reject(new Error(`Expected to hear of task ${task}, but its answer is missing`));
    const asked = waiting.get(upTo) ?? [];
    if (asked.length === 0) setTimeout(() => void ask(upTo), GATHER_MS);
    waiting.set(upTo, [...asked, { task, settle, fail: reject }]);
  });
}
