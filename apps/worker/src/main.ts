import 'reflect-metadata';
import { createLogger, EnvError, NestLogger, ownUncaught, readEnv, loggedError, type Env } from '@countersign/platform';
import { NestFactory } from '@nestjs/core';
import { DefaultLogger, Runtime, type LogLevel } from '@temporalio/worker';
import type { Logger } from 'pino';
import { WorkerModule } from './worker.module';

/** The SDK would shut its workers down on SIGTERM by itself and race Nest, which has to close the rest as well. */
function ownTheSignals(logger: Logger): void {
  const lines = { TRACE: 'trace', DEBUG: 'debug', INFO: 'debug', WARN: 'warn', ERROR: 'error' } as const satisfies Record<LogLevel, string>;
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('INFO', ({ level, message, meta }) => logger[lines[level]]({ temporal: meta }, message)),
  });
}

async function main(env: Env): Promise<void> {
  const logger = createLogger('worker', env.LOG_LEVEL);
  ownTheSignals(logger);
  ownUncaught(logger);
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(env), { logger: new NestLogger(logger) });
  app.enableShutdownHooks();
  logger.info('the worker has started');
}

try {
  main(readEnv()).catch((error: unknown) => {
    console.error(JSON.stringify(loggedError(error)));
    process.exit(1);
  });
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error);
  process.exit(1);
}
