import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CommandSender } from './commands/command-sender';
import { Confirmer } from './commands/confirmer';
import { DeadLetters } from './commands/dead-letters';
import type { Env } from './config/env';
import { Health } from './health/health';
import { JournalVerifier } from './journal/journal-verifier';
import { createLogger } from './logging/logger';
import { ProgramLog } from './logging/program-log';
import { Metrics } from './metrics/metrics';
import { RequestClient } from './temporal/request-client';
import { Schedules } from './temporal/schedule-client';

/** Plumbing that api and worker share. Needs `DatabaseModule` beside it. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(
    env: Pick<Env, 'LOG_LEVEL' | 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE' | 'TEMPORAL_WAIT_MS'>,
    program: string,
  ): DynamicModule {
    const providers = [
      { provide: ProgramLog, useFactory: () => new ProgramLog(createLogger(program, env.LOG_LEVEL)) },
      { provide: Metrics, useFactory: () => new Metrics(program) },
      { provide: Health, useFactory: () => new Health() },
      {
        provide: RequestClient,
        useFactory: () =>
          RequestClient.connect({ address: env.TEMPORAL_ADDRESS, namespace: env.TEMPORAL_NAMESPACE, waitMs: env.TEMPORAL_WAIT_MS }),
      },
      {
        provide: Schedules,
        useFactory: () => Schedules.connect({ address: env.TEMPORAL_ADDRESS, namespace: env.TEMPORAL_NAMESPACE }),
      },
      Confirmer,
      CommandSender,
      DeadLetters,
      JournalVerifier,
    ];
    return {
      module: PlatformModule,
      providers,
      exports: providers.map((provider) => ('provide' in provider ? provider.provide : provider)),
    };
  }
}
