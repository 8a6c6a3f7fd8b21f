import { AsyncLocalStorage } from 'node:async_hooks';
import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type LogFn, type Logger, type LoggerOptions } from 'pino';
import { framesOf, loggedText, loggedValue } from './logged';

/** Ids that every line written below carries: which HTTP call, which request, which command. */
export interface LogContext {
  call?: string;
  request?: string;
  command?: string;
  person?: string;
}

const context = new AsyncLocalStorage<LogContext>();

/** Runs something with ids in all its log lines; inner ids are added to the outer ones. */
export function withLogContext<T>(ids: LogContext, run: () => T): T {
  return context.run({ ...context.getStore(), ...ids }, run);
}

/** JSON lines on standard output. Secrets, and what people wrote, never get there (`logged.ts`). */
export function createLogger(program: string, level: string, output: DestinationStream = pino.destination(1)): Logger {
  const options: LoggerOptions = {
    level,
    base: { program },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: (line) => loggedValue(line) as Record<string, unknown> },
    // Before its formatter sees a line, pino would make plain objects of errors by its own rules.
    serializers: { err: (error: unknown) => error },
    hooks: { logMethod: withoutBareErrors },
    mixin: () => ({ ...context.getStore() }),
  };
  return pino(options, output);
}

/** `error(problem)` alone would make the message of the line of the problem's. */
function withoutBareErrors(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [first, ...rest] = args as unknown[];
  const told = first instanceof Error ? [{ err: first }, ...(rest.length > 0 ? rest : [loggedText(first.message)])] : args;
  Reflect.apply(method, this, told as unknown[]);
}

/** Whatever nobody caught ends the program, as it would by itself, and leaves a line that keeps its secrets. */
export function ownUncaught(logger: Logger): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      logger.fatal({ err: error }, event);
      process.exit(1);
    });
  }
}

/** Nest's own lines in the same form. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  private write(level: 'trace' | 'debug' | 'warn' | 'error', message: unknown, rest: unknown[]): void {
    const source = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
    if (message instanceof Error) this.logger[level]({ err: message, source: toldSource(source) }, loggedText(message.message));
    else this.logger[level]({ source: toldSource(source), ...stackOf(level, rest) }, loggedText(String(message)));
  }
}

/** Nest names the source last, and hands over a stack where it has one: of one argument it cannot be told which it is. */
const toldSource = (source: unknown): string | undefined =>
  typeof source === 'string' && !source.includes('\n') ? loggedText(source) : undefined;

const stackOf = (level: string, rest: unknown[]): { frames?: string[] } =>
  level === 'error' && typeof rest[0] === 'string' && rest[0].includes('\n') ? { frames: framesOf(rest[0]) } : {};
