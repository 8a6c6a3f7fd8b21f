import type { Logger } from 'pino';

/** The program's logger as a provider. */
export class ProgramLog {
  constructor(readonly lines: Logger) {}
}
