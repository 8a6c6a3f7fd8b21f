import { readFile } from 'node:fs/promises';
import { DatabaseModule, SealRepository } from '@countersign/database';
import {
  JournalVerifier,
  PlatformModule,
  readEnv,
  type Env,
  type RequestFinding,
  type RequestNote,
  type VerifyReport,
} from '@countersign/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import type { CliCommand } from './command';

@Module({})
class VerifyModule {
  static forRoot(env: Env): DynamicModule {
    const database = DatabaseModule.forRoot(env.DATABASE_URL, { poolSize: 8, applicationName: 'countersign-verify' });
    return { module: VerifyModule, imports: [database, PlatformModule.forRoot({ ...env, LOG_LEVEL: 'warn' }, 'verify')] };
  }
}

export const verifyJournalCommand: CliCommand = {
  usage: '[--request <id>] [--rebuild] [--seals <file>]',
  about: 'compares hash chain, journal, read model and workflow; exit code 1 where anything differs or does not get on',
  run: async (args) => {
    const { requestId, rebuild, seals } = optionsOf(args);
    const context = await NestFactory.createApplicationContext(VerifyModule.forRoot(readEnv()), { logger: ['error'] });
    try {
      const report = await context.get(JournalVerifier).verify({ rebuild, ...(requestId ? { requestId } : {}) });
      const kept = seals === null ? null : await keptOutside(context.get(SealRepository), seals);
      const holds = report.passed && report.stuck.length + report.evidence.length === 0 && (kept === null || kept.wrong.length === 0);
      return { text: [...(kept === null ? [] : keptLines(kept)), told(report)].join('\n'), exitCode: holds ? 0 : 1 };
    } finally {
      await context.close();
    }
  },
};

function optionsOf(args: string[]): { requestId: string | null; rebuild: boolean; seals: string | null } {
  const given = { '--request': null, '--seals': null } as Record<'--request' | '--seals', string | null>;
  const rest = [...args];
  for (const name of ['--request', '--seals'] as const) {
    const at = rest.indexOf(name);
    if (at >= 0) given[name] = rest.splice(at, 2)[1] ?? '';
  }
  if (rest.some((arg) => arg !== '--rebuild') || Object.values(given).includes(''))
    throw new Error(`Expected ${verifyJournalCommand.usage}, but got ${args.join(' ')}`);
  return { requestId: given['--request'], rebuild: rest.includes('--rebuild'), seals: given['--seals'] };
}

interface KeptSeals {
  seals: number;
  /** Lines of the file that say something else than the database. */
  wrong: number[];
}

/** Compares the seals of a file that was kept outside with those of the database. */
async function keptOutside(seals: SealRepository, file: string): Promise<KeptSeals> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  const wrong: number[] = [];
  for (const [index, line] of lines.entries()) {
    const { company, seq, seal } = keptLine.parse(JSON.parse(line));
    if ((await seals.find(company, seq))?.seal !== seal) wrong.push(index + 1);
  }
  return { seals: lines.length, wrong };
}

const keptLine = z.object({ company: z.uuid(), seq: z.int().positive(), seal: z.string() });

function keptLines({ seals, wrong }: KeptSeals): string[] {
  const differ = wrong.map((line) => `line ${line} [seal] the database has another seal, or none`);
  return [...differ, `${seals} seals kept outside: ${wrong.length === 0 ? 'all agree' : `${wrong.length} differ`}`];
}

function told({ requests, transitions, findings, notes, evidence, stuck, passed }: VerifyReport): string {
  const agrees = notes.length > 0 ? `nothing differs, ${notes.length} cannot be folded and stay blocked` : 'everything agrees';
  const but = [
    ...(evidence.length > 0 ? [`${evidence.length} cited files are not what was cited`] : []),
    ...(stuck.length > 0 ? [`${stuck.length} do not get on`] : []),
  ].join(', ');
  const verdict = passed ? (but === '' ? agrees : `nothing differs, but ${but}`) : 'something differs';
  return [
    ...findings.map(findingLine),
    ...notes.map((note) => noteLine('note', note)),
    ...evidence.map((note) => noteLine('evidence', note)),
    ...stuck.map((note) => noteLine('stuck', note)),
    `${requests} requests, ${transitions} transitions: ${verdict}`,
  ].join('\n');
}

function findingLine({ requestId, number, kind, detail, mended }: RequestFinding): string {
  return `${number ?? requestId} [${kind}] ${detail}${mended ? ' (mended)' : ''}`;
}

function noteLine(kind: 'note' | 'evidence' | 'stuck', { requestId, number, detail }: RequestNote): string {
  return `${number ?? requestId} [${kind}] ${detail}`;
}
