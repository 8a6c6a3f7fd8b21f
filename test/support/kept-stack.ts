import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Kept } from './end-kept-stacks';
import { startStack, type Stack } from './stack';

/** A stack that others use too: nobody may stop its api or worker. */
export type KeptStack = Pick<Stack, 'url' | 'databaseUrl'>;

/**
 * One stack with the demo company for all files of a jest worker that can share it, since each costs as much to start as a whole browser test.
 * Started for the first that asks; the tear-down of the run ends it.
 */
export async function keptStack(): Promise<KeptStack> {
  const folder = process.env.TEST_KEPT_STACKS;
  if (!folder) throw new Error('Expected TEST_KEPT_STACKS from the global set-up, but this ring starts no stacks');
  const file = path.join(folder, `${process.env.JEST_WORKER_ID ?? '1'}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  const stack = await startStack();
  const apps = Object.entries({ api: stack.api, worker: stack.worker }).map(([name, app]) => ({ name, pid: app.pid() ?? 0 }));
  const kept: Kept = { url: stack.url, databaseUrl: stack.databaseUrl, folder: stack.folder, apps };
  writeFileSync(file, JSON.stringify(kept));
  return kept;
}
