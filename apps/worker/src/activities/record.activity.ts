import type { RecordInput, RecordResult, RequestActivities } from '@countersign/contracts';
import { ProcessCache, RecordRepository, type KnownProcess, type RecordQuery } from '@countersign/database';
import { Metrics, ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { decide, decideUnknown, poison, refuseTaken, type Decision, type Question } from './decide';
import { OutboxBell } from '../outbox/outbox-bell';
import { RecordFailures } from './record-failures';
import { withinPage } from './within-page';

/** Raised by `record_write` where a value that only one request may hold was taken meanwhile. */
const LOST_RACE = 'CS001';

/** The one local activity: one transaction that decides with fresh facts. Everything it says it decided is the domain's. */
@Injectable()
export class RecordActivity implements RequestActivities {
  constructor(
    private readonly records: RecordRepository,
    private readonly processes: ProcessCache,
    private readonly failures: RecordFailures,
    private readonly bell: OutboxBell,
    private readonly metrics: Metrics,
    private readonly log: ProgramLog,
  ) {}

  readonly record = async (input: RecordInput): Promise<RecordResult> => {
    const stop = this.metrics.recordSeconds.startTimer();
    try {
      const result = await this.decided(input);
      this.failures.succeeded();
      this.bell.ring();
      this.note(input, result);
      stop({ outcome: result.outcome.kind });
      return result;
    } catch (error) {
      stop({ outcome: 'error' });
      this.failures.failed(error);
      this.log.lines.warn({ err: error, request: input.requestId, n: input.n }, 'record failed and will be tried again');
      throw error;
    }
  };

  /** Whether the database answers again. */
  probe(): Promise<boolean> {
    return this.records.probe();
  }

  private async decided(input: RecordInput): Promise<RecordResult> {
    const known = await this.processes.byDefinitionHash(input.definition.hash);
    if (!known) return this.records.transact(queryOf(input, null), (read) => decideUnknown({ input, read: withinPage(read) }));
    try {
      return await this.transact(input, known, decide);
    } catch (error) {
      const state = sqlStateOf(error);
      // Somebody else was quicker with a value: their claim is there to be read by now.
      if (state === LOST_RACE) return await this.decidedAgain(input, known);
      if (state === undefined || !UNSTORABLE.test(state)) throw error;
      // The data of this one command cannot be stored, however often it is tried.
      return this.transact(input, known, (question) =>
        poison(question, `SQLSTATE ${state}: ${error instanceof Error ? error.message : ''}`),
      );
    }
  }

  private async decidedAgain(input: RecordInput, known: KnownProcess): Promise<RecordResult> {
    try {
      return await this.transact(input, known, decide);
    } catch (error) {
      if (sqlStateOf(error) !== LOST_RACE) throw error;
      return this.transact(input, known, refuseTaken);
    }
  }

  private transact(input: RecordInput, known: KnownProcess, decision: (question: Question) => Decision): Promise<RecordResult> {
    return this.records.transact(queryOf(input, known.query), (read) => decision({ input, read: withinPage(read), known }));
  }

  private note(input: RecordInput, { outcome }: RecordResult): void {
    if (outcome.kind === 'refused') this.metrics.refusals.inc({ code: outcome.refusal.code, where: 'record' });
    if (outcome.kind !== 'blocked') return;
    if (outcome.blocked === 'diverged') this.metrics.alarms.inc({ kind: 'diverged' });
    this.log.lines.error(
      { request: input.requestId, n: input.n, blocked: outcome.blocked, reason: outcome.reason },
      'a request is blocked',
    );
  }
}

/** Pages and reports read the journal only. */
function queryOf({ command, requestId, n }: RecordInput, lookups: RecordQuery['lookups']): RecordQuery {
  const readsOnly = command.kind === 'page' || command.kind === 'diverged';
  return { requestId, n, commandId: command.kind === 'row' ? command.id : null, lookups: readsOnly ? null : lookups };
}

/** Data exceptions, broken constraints, and rows or index entries that are larger than PostgreSQL takes. */
const UNSTORABLE = /^(22|23|54)/;

function sqlStateOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}
