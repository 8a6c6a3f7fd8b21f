import {
  askingOf,
  CommandRepository,
  FactsRepository,
  formBeforeOf,
  type CommandRow,
  type FactsQuestion,
  type OpenedCommand,
  type RequestFacts,
} from '@countersign/database';
import { commandFrom, refusal, refuse, unreadCommand, type Command, type CommandBody, type Refusal } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { ProgramLog } from '../logging/program-log';
import { Metrics } from '../metrics/metrics';
import { RequestClient } from '../temporal/request-client';
import type { SendOutcome } from '../temporal/send-outcome';
import { storableJson, tooLarge, type TooLarge } from './command-size';
import { Confirmer } from './confirmer';

/** What somebody asks. `id` is `commandId(actor, key)`: one press, however often it arrives. */
export interface CommandToSend {
  id: string;
  companyId: string;
  body: CommandBody;
}

/**
 * `open`: not known yet (202); the sweeper goes on with it; `unfit` is why it cannot be sent at all. `conflict`: the same key came with another body. `too-large`, `lease-out`: nothing was written. Where this send itself got the command
 * done, `judged` tells more; `unconfirmed`: it was decided, and its run has not said so.
 */
export type CommandOutcome =
  | { kind: 'done'; n: number; judged?: Judged; unconfirmed?: true }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'open'; unfit?: unknown }
  | { kind: 'conflict' }
  | { kind: 'too-large'; size: TooLarge }
  | { kind: 'lease-out'; number: string };

/** What a command was judged by, and the moment from which its grace time runs; null where it cannot be taken back. */
export interface Judged {
  known: RequestFacts;
  undoableSince: string | null;
}

type Sending = Pick<CommandRow, 'id' | 'requestId' | 'body' | 'status'>;

/**
 * The way of a command from a person to the workflow, the same for the api's first send and for the sweeper's later ones: row first, then facts,
 * then `refuse`, then the update. Only a typed refusal closes a row; everything else stays open.
 */
@Injectable()
export class CommandSender {
  constructor(
    private readonly commands: CommandRepository,
    private readonly facts: FactsRepository,
    private readonly client: RequestClient,
    private readonly confirmer: Confirmer,
    private readonly metrics: Metrics,
    private readonly log: ProgramLog,
  ) {}

  async send(command: CommandToSend): Promise<CommandOutcome> {
    const stop = this.metrics.commandSeconds.startTimer();
    const answer = await this.firstSend(command);
    stop({ outcome: answer.kind });
    return answer;
  }

  /** Whether Temporal answers at all. */
  reachable(): Promise<boolean> {
    return this.client.probe().catch(() => false);
  }

  /** Sends a row again that stayed open or done. */
  async resend(row: CommandRow): Promise<CommandOutcome> {
    const unfit = unfitOf(row);
    if (unfit !== null) return { kind: 'open', unfit };
    const attempt = await this.commands.nextAttempt(row.id);
    return this.attempt(row, attempt, await this.load(row));
  }

  /** The same by hand: a run that cannot take its next step is begun anew from the journal before. Throws where that cannot be done now: nothing was sent. */
  async resendAnew(row: CommandRow): Promise<CommandOutcome> {
    const known = unfitOf(row) === null ? await this.facts.knownProcessOf(row.requestId) : null;
    if (known) await this.client.rebuildIfStuck(known.process.definition, row.requestId);
    return this.resend(row);
  }

  private async firstSend(command: CommandToSend): Promise<CommandOutcome> {
    const { id, body } = command;
    const json = storableJson(body);
    if (json === null) return { kind: 'refused', refusal: refusal('invalid-field', { fields: [] }) };
    const size = tooLarge(body, json);
    if (size) return { kind: 'too-large', size };
    const question = questionOf(body);
    const opened = await this.opened(command, question);
    if (opened === null) return { kind: 'refused', refusal: refusal('unknown-request') };
    if (opened.kind === 'conflict' || opened.kind === 'lease-out') return opened;
    if (opened.kind === 'repeated') {
      return answerOfRow(opened.row.status === 'open' ? await this.commands.settled(id, this.client.waitMs) : opened.row);
    }
    const known = opened.read && (await this.facts.told(opened.read, question));
    return this.attempt({ id, requestId: body.requestId, body, status: 'open' }, 1, known);
  }

  /** Null where the request is gone: a draft that was thrown away at the same moment. */
  private async opened(command: CommandToSend, question: FactsQuestion): Promise<OpenedCommand | null> {
    try {
      return await this.commands.open(command, await this.facts.parameter(question));
    } catch (error) {
      if (isMissingRequest(error)) return null;
      throw error;
    }
  }

  private async attempt(row: Sending, attempt: number, known: RequestFacts | null): Promise<CommandOutcome> {
    if (!known) return this.close(row, refusal('unknown-request'), 'api');
    const command = commandOf(known, row);
    const no = row.status === 'open' ? refusalOf(known, command) : null;
    if (no) return this.close(row, no, 'api');
    const input = { command, facts: known.facts, seenN: known.head.n };
    const { definition } = known.known.process;
    // Nothing runs yet for a request without a transition; whatever else is not found was closed or lost and begins anew.
    if (known.head.n === 0)
      return this.settle(
        row,
        known,
        await this.client.sendWithStart(definition, updateId(row.id, attempt), { ...input, requestId: row.requestId }),
      );
    const outcome = await this.client.send(row.requestId, updateId(row.id, attempt), input);
    return outcome.kind === 'not-found' ? this.startAgain(row) : this.settle(row, known, outcome);
  }

  private async startAgain(row: Sending): Promise<CommandOutcome> {
    const attempt = await this.commands.nextAttempt(row.id);
    const known = await this.load(row);
    if (!known) return this.close(row, refusal('unknown-request'), 'api');
    const input = { command: commandOf(known, row), facts: known.facts, seenN: known.head.n, requestId: row.requestId };
    return this.settle(row, known, await this.client.sendWithStart(known.known.process.definition, updateId(row.id, attempt), input));
  }

  private load({ body }: Sending): Promise<RequestFacts | null> {
    return this.facts.forRequest(questionOf(body));
  }

  private async settle(row: Sending, known: RequestFacts, outcome: SendOutcome): Promise<CommandOutcome> {
    switch (outcome.kind) {
      case 'done':
        this.confirmer.add(row.id);
        this.metrics.decisions.inc({ type: row.body.type, definition: known.head.definition.key });
        return { kind: 'done', n: outcome.at, judged: { known, undoableSince: outcome.undoableSince } };
      case 'refused':
        return this.refusedBy(row, known, outcome);
      case 'blocked':
        return this.close(row, refusal(outcome.blocked, { reason: outcome.reason }), 'record');
      case 'unfit':
        return this.unsent(row, outcome);
      default:
        return this.unknown(row, outcome);
    }
  }

  /** A refusal tells the workflow's n as well: whether it has what the row was done at, or stands where the journal has never been. */
  private async refusedBy(row: Sending, known: RequestFacts, outcome: Extract<SendOutcome, { kind: 'refused' }>): Promise<CommandOutcome> {
    if (outcome.n > known.head.n) {
      const now = await this.load(row);
      if (now && outcome.n > now.head.n) {
        this.metrics.alarms.inc({ kind: 'workflow-ahead' });
        this.log.lines.error({ request: row.requestId, workflow: outcome.n, journal: now.head.n }, 'the workflow is ahead of the journal');
        return { kind: 'open' };
      }
    }
    const answer = await this.close(row, outcome.refusal, 'workflow');
    if (answer.kind !== 'done' || outcome.n < answer.n) return answer;
    this.confirmer.add(row.id);
    return { kind: 'done', n: answer.n };
  }

  private async unknown(row: Sending, outcome: Extract<SendOutcome, { kind: 'unknown' | 'not-found' | 'unfit' }>): Promise<CommandOutcome> {
    this.metrics.unknowns.inc();
    const error = outcome.kind === 'not-found' ? 'not found' : outcome.error;
    this.log.lines.warn({ err: error, command: row.id, request: row.requestId }, 'the outcome of a command is not known yet');
    return answerOfRow(await this.commands.find(row.id));
  }

  /** What cannot be sent at all stays open for the sweeper to see to: whoever pressed is told that it is not known yet. */
  private async unsent(row: Sending, outcome: Extract<SendOutcome, { kind: 'unfit' }>): Promise<CommandOutcome> {
    const answer = await this.unknown(row, outcome);
    return answer.kind === 'open' ? { kind: 'open', unfit: outcome.error } : answer;
  }

  /** Closes an open row; where it was not open any more, its own word is the answer. */
  private async close(row: Sending, no: Refusal, where: 'api' | 'workflow' | 'record'): Promise<CommandOutcome> {
    if (await this.commands.refuse(row.id, no)) {
      this.metrics.refusals.inc({ code: no.code, where });
      return { kind: 'refused', refusal: no };
    }
    return answerOfRow(await this.commands.find(row.id));
  }
}

/** Why a row cannot be sent: one of another day may be larger than what is let in today, and neither the workflow nor `record` must ever see it. */
function unfitOf({ status, body }: CommandRow): string | null {
  const size = status === 'open' ? tooLarge(body, JSON.stringify(body)) : null;
  return size && `${size.bytes} bytes, at most ${size.most}; the largest part is ${size.place}`;
}

const FOREIGN_KEY = '23503';

function isMissingRequest(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === FOREIGN_KEY;
}

function questionOf(body: CommandBody): FactsQuestion {
  return { requestId: body.requestId, ...askingOf(body) };
}

function updateId(commandId: string, attempt: number): string {
  return `${commandId}#${attempt}`;
}

function answerOfRow(row: CommandRow | null): CommandOutcome {
  if (!row) return { kind: 'refused', refusal: refusal('unknown-request') };
  if (row.status === 'refused') return { kind: 'refused', refusal: row.outcome ?? refusal('invalid-state') };
  if (row.status === 'open' || row.n === null) return { kind: 'open' };
  return { kind: 'done', n: row.n, ...(row.status === 'confirmed' ? {} : { unconfirmed: true }) };
}

function commandOf(found: RequestFacts, { id, body }: Sending): Command {
  try {
    return commandFrom(found.known.process, body, id, formBeforeOf(found));
  } catch {
    // What cannot be read here cannot be read in `record` either: it blocks the request.
    return unreadCommand(body, id);
  }
}

/** The api's own word, before the workflow is asked. A guard that throws says nothing here: `record` will block the request. */
function refusalOf({ known, request, facts, head }: RequestFacts, command: Command): Refusal | null {
  if (head.diverged) return refusal('diverged', { reason: head.diverged.reason });
  try {
    return refuse(known.process, request.state, command, facts);
  } catch {
    return null;
  }
}
