import type { RecordInput, RecordResult, RequestActivities } from '@countersign/contracts';
import { ProcessCache, RecordRepository, type KnownProcess, type RecordQuery } from '@countersign/database';
import { Metrics, ProgramLog } from '@countersign/platform';
import { Injectable } from '@nestjs/common';
import { decideRecord, decideUnknown, markOnly, poison, refuseTaken, type Question, type RecordDecision } from './decide-record';
import { OutboxBell } from '../outbox/outbox-bell';
import { RecordFailures } from './record-failures';
import { FailingRequests, isAway } from './failing-requests';
import { sqlStateOf } from './sql-state';
import { withinPage } from './within-page';

/** Raised by `record_write` where a value that only one request may hold was taken meanwhile. */
const LOST_RACE = 'CS001';
/** Raised where a line of a budget has not left by now what it had when it was read. */
const LOST_FUNDS = 'CS002';
/** So often one command is decided anew, each time by what the lines have then. */
const FUNDS_TRIES = 5;

/** The one local activity: one transaction that decides with fresh facts. Everything it says it decided is the domain's. */
@Injectable()
export class RecordActivity implements RequestActivities {
  private readonly failing = new FailingRequests();

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
      this.failing.succeeded(input.requestId);
      this.bell.ring();
      this.note(input, result);
      stop({ outcome: result.outcome.kind });
      return result;
    } catch (error) {
      stop({ outcome: 'error' });
      // A request that is too slow or too much says nothing of the database: others are decided meanwhile.
      if (isAway(error)) this.failures.failed(error);
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
      return await this.transact(input, known, decideRecord);
    } catch (error) {
      // Somebody else was quicker with a value: their claim is there to be read by now.
      if (sqlStateOf(error) === LOST_RACE) return await this.decidedAgain(input, known);
      if (sqlStateOf(error) === LOST_FUNDS) return await this.drawnAgain(input, known);
      // This one command cannot be decided or stored, however often it is tried.
      if (isOfItsData(error) || (!isAway(error) && this.failing.isItself(input.requestId)))
        return await this.stopped(input, known, reasonOf(error));
      throw error;
    }
  }

  /** Blocks the one request. Where even that fails, its mark alone is set. */
  private async stopped(input: RecordInput, known: KnownProcess, reason: string): Promise<RecordResult> {
    try {
      return await this.transact(input, known, (question) => poison(question, reason));
    } catch (error) {
      if (isAway(error)) throw error;
      return this.records.transact(queryOf(input, null), ({ request }) => markOnly(request, reason));
    }
  }

  private async decidedAgain(input: RecordInput, known: KnownProcess): Promise<RecordResult> {
    try {
      return await this.transact(input, known, decideRecord);
    } catch (error) {
      if (sqlStateOf(error) !== LOST_RACE) throw error;
      return this.transact(input, known, refuseTaken);
    }
  }

  /** Whoever takes of one line at the same time takes one after the other; what is left for this one it reads anew. */
  private async drawnAgain(input: RecordInput, known: KnownProcess): Promise<RecordResult> {
    for (let tries = 2; ; tries += 1) {
      try {
        return await this.transact(input, known, decideRecord);
      } catch (error) {
        if (sqlStateOf(error) !== LOST_FUNDS || tries >= FUNDS_TRIES) throw error;
      }
    }
  }

  private transact(input: RecordInput, known: KnownProcess, decision: (question: Question) => RecordDecision): Promise<RecordResult> {
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
  const called = command.kind === 'news' && command.news.type === 'call.ended' ? command.news.called : null;
  return {
    ...{ requestId, n, commandId: command.kind === 'row' ? command.id : null, lookups: readsOnly ? null : lookups },
    ...(called?.failed === null && { call: called.call }),
  };
}

/** Data exceptions, broken constraints, and rows or index entries that are larger than PostgreSQL takes. */
const UNSTORABLE = /^(22|23|54)/;

/** What no other try would change: the database does not take the data, or the program cannot even write it down. */
function isOfItsData(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === undefined ? error instanceof RangeError || error instanceof TypeError : UNSTORABLE.test(state);
}

function reasonOf(error: unknown): string {
  const state = sqlStateOf(error);
  const message = error instanceof Error ? error.message : '';
  return state === undefined ? message : `SQLSTATE ${state}: ${message}`;
}
