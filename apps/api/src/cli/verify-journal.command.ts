import { DatabaseModule } from '@countersign/database';
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
import type { CliCommand } from './command';

@Module({})
class VerifyModule {
  static forRoot(env: Env): DynamicModule {
    const database = DatabaseModule.forRoot(env.DATABASE_URL, { poolSize: 8, applicationName: 'countersign-verify' });
    return { module: VerifyModule, imports: [database, PlatformModule.forRoot({ ...env, LOG_LEVEL: 'warn' }, 'verify')] };
  }
}

export const verifyJournalCommand: CliCommand = {
  usage: '[--request <id>] [--rebuild]',
  about: 'compares hash chain, journal, read model and workflow; exit code 1 where anything differs or does not get on',
  run: async (args) => {
    const { requestId, rebuild } = optionsOf(args);
    const context = await NestFactory.createApplicationContext(VerifyModule.forRoot(readEnv()), { logger: ['error'] });
    try {
      const report = await context.get(JournalVerifier).verify({ rebuild, ...(requestId ? { requestId } : {}) });
      return { text: told(report), exitCode: report.passed && report.stuck.length + report.evidence.length === 0 ? 0 : 1 };
    } finally {
      await context.close();
    }
  },
};

function optionsOf(args: string[]): { requestId: string | null; rebuild: boolean } {
  const at = args.indexOf('--request');
  const requestId = at < 0 ? null : (args[at + 1] ?? '');
  const known = args.filter((arg, index) => arg === '--rebuild' || arg === '--request' || (at >= 0 && index === at + 1));
  if (known.length !== args.length || requestId === '')
    throw new Error(`Expected ${verifyJournalCommand.usage}, but got ${args.join(' ')}`);
  return { requestId, rebuild: args.includes('--rebuild') };
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
