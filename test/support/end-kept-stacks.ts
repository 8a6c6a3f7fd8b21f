import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { endProcess } from '../../apps/local/src/processes';
import { toldSecrets } from './told-secrets';

/** What is remembered of a stack that the files of a jest worker share. */
export interface Kept {
  readonly url: string;
  readonly databaseUrl: string;
  /** Folder with its logs. */
  readonly folder: string;
  readonly apps: readonly { readonly name: string; readonly pid: number }[];
}

/** Ends the shared stacks of a run, which are written down in a folder. Throws when their logs hold a secret or what somebody wrote. */
export async function endKeptStacks(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const all = readdirSync(folder).map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Kept);
  await Promise.all(all.flatMap(({ apps }) => apps.map(({ name, pid }) => endProcess(pid, path.join('apps', name, 'src', 'main.js')))));
  const told = toldSecrets(all.flatMap((kept) => kept.apps.map(({ name }) => path.join(kept.folder, `${name}.log`))));
  for (const each of [folder, ...all.map((kept) => kept.folder)]) rmSync(each, { recursive: true, force: true });
  if (told.length > 0) throw new Error(`Expected the logs to keep every secret, but they tell\n${told.slice(0, 5).join('\n')}`);
}
