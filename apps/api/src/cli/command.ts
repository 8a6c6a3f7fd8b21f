import { openDatabase } from '@countersign/database';
import { readEnv, type Env } from '@countersign/platform';
import type { DataSource } from 'typeorm';

/** One command of the command line: what it is for, and what it does. What it returns is printed; what it throws ends with exit code 1. */
export interface CliCommand {
  /** Words after its name. */
  usage: string;
  about: string;
  run(args: string[]): Promise<CliResult>;
}

/** Text for standard output, and the exit code. */
export interface CliResult {
  text: string;
  exitCode: 0 | 1;
}

export const printed = (text: string): CliResult => ({ text, exitCode: 0 });

/** Runs something with the settings of this process and an open database. */
export async function withDatabase<T>(work: (database: DataSource, env: Env) => Promise<T>): Promise<T> {
  const env = readEnv();
  const database = await openDatabase(env.DATABASE_URL, { poolSize: 2, applicationName: 'countersign-cli' });
  try {
    return await work(database, env);
  } finally {
    await database.destroy();
  }
}
