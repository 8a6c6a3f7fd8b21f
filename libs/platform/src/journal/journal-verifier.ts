import {
  CommandRepository,
  discussionFaults,
  followedDifferences,
  JournalRepository,
  MissedRequestsRepository,
  ProcessCache,
  readModelDifferences,
  Replay,
  replayedColumns,
  RestoreWatch,
  type Difference,
  type DiscussionSeal,
  type RequestHead,
  type RequestSnapshot,
  type SealedComment,
} from '@countersign/database';
import type { Process } from '@countersign/domain';
import { Injectable } from '@nestjs/common';
import { atOnce } from '../event-loop/at-once';
import { isStuck, RequestClient } from '../temporal/request-client';
import { runDifference } from './run-difference';
import type { RequestFinding, RequestNote, VerifyOptions, VerifyReport } from './verify-report';

const PAGE = 200;
const AT_ONCE = 8;
/** Looks at a request that moves on meanwhile. */
const MOST_LOOKS = 5;
/** A command is answered within seconds; one that is open for longer is told of. */
const LONG_MS = 5 * 60_000;
const MOST_STUCK = 1_000;
const LOST = { missing: 'is not there', unheld: 'is no longer held by it', changed: 'is not what was cited' };
const WAITS = { open: 'has been open', done: 'was decided and has not been confirmed by its run', undelivered: 'could not be delivered,' };

/**
 * Compares, request by request: the hash chain, the journal folded anew, the rows made from it, and where the workflow stands by its history.
 * A request that differs is marked and not shown as live. One whose definition can no longer be run is followed by number, as its workflow does:
 * chain, numbers, state by its hash, rows that events tell, and the run. After a restore the gate opens when all requests have passed.
 */
@Injectable()
export class JournalVerifier {
  constructor(
    private readonly journal: JournalRepository,
    private readonly commands: CommandRepository,
    private readonly processes: ProcessCache,
    private readonly client: RequestClient,
    private readonly watch: RestoreWatch,
    private readonly missed: MissedRequestsRepository,
  ) {}

  /** Rows and run of one request agree with its journal again, and the run folds the whole of it even where nothing differs. True where something did. */
  async rebuild(process: Process, requestId: string): Promise<boolean> {
    const { findings } = await this.verify({ requestId, rebuild: true });
    if (findings.length === 0) await this.beginAnew(process, requestId);
    return findings.length > 0;
  }

  async verify(options: VerifyOptions = {}): Promise<VerifyReport> {
    const report: VerifyReport = { requests: 0, transitions: 0, findings: [], notes: [], evidence: [], stuck: [], passed: true };
    if (options.requestId === undefined) report.findings.push(...(await this.strays(options)));
    for await (const page of this.pages(options.requestId)) await atOnce(AT_ONCE, page, (id) => this.one(id, report, options));
    report.stuck.push(...(await this.waiting(options.requestId ?? null)));
    report.passed = report.findings.every((finding) => finding.mended);
    if (report.passed && options.requestId === undefined) await this.watch.passed();
    return report;
  }

  private async *pages(requestId: string | undefined): AsyncGenerator<string[]> {
    if (requestId !== undefined) return yield [requestId];
    for (let after: string | null = null; ;) {
      const ids: string[] = await this.journal.requestIds(after, PAGE);
      if (ids.length === 0) return;
      yield ids;
      after = ids.at(-1) ?? null;
    }
  }

  /** A request that moves on while it is looked at is looked at again: what is found must be so of one moment. */
  private async one(requestId: string, report: VerifyReport, options: VerifyOptions): Promise<void> {
    for (let tries = 1; tries <= MOST_LOOKS; tries += 1) if (await this.look(requestId, report, options)) return;
    report.notes.push({
      requestId,
      number: null,
      detail: `it moved on each of the ${MOST_LOOKS} times that it was looked at: not compared`,
    });
  }

  /** False where something seemed to differ and the request has moved on since: nothing is said of it. */
  private async look(requestId: string, report: VerifyReport, options: VerifyOptions): Promise<boolean> {
    const snapshot = await this.journal.snapshot(requestId);
    const known = snapshot && (await this.processes.byDefinitionId(snapshot.head.definition.id));
    if (!snapshot || !known) throw new Error(`Expected request ${requestId} with its definition, but it is not there`);
    const { head } = snapshot;
    // A draft has no journal; what is being submitted of it is told of below.
    if (head.n === 0) return true;
    const replay = await this.replay(known.process, snapshot);
    const position = await this.client.position(head.id);
    const run = await runDifference(position, { head, replay }, async () => (await this.journal.head(head.id))?.n ?? 0);
    const found = [...replay.differences, ...this.rowDifferences(known.process, snapshot, replay), ...run];
    if (found.length > 0 && !(await this.judge({ head, process: known.process, replay, found }, report, options))) return false;
    if (position && isStuck(position))
      report.stuck.push({ requestId, number: head.number, detail: `the run cannot take its next step: failed ${position.failures} times` });
    for (const { file, what } of await this.journal.lostEvidence(requestId))
      report.evidence.push({ requestId, number: head.number, detail: `the file ${file} that it cites ${LOST[what]}` });
    for (const detail of await this.discussion(requestId, replay.discussions))
      report.evidence.push({ requestId, number: head.number, detail });
    report.requests += 1;
    report.transitions += replay.hashes.length;
    if (replay.unfolded !== null)
      report.notes.push({ requestId, number: head.number, detail: `cannot be folded: blocked (${replay.unfolded})` });
    options.onRequest?.(report.requests);
    return true;
  }

  /**
   * Runs of requests that have no journal: a restore has taken it away, with the request or back to its draft. Such a run would answer the next submit of
   * that id from what it remembers, and refuse everything else; ids come again, of child requests and of what starts by itself. `rebuild` ends them.
   */
  async strays({ rebuild = false }: VerifyOptions = {}): Promise<RequestFinding[]> {
    const found: RequestFinding[] = [];
    let ids: string[] = [];
    const look = async (): Promise<void> => {
      const without = await this.journal.withoutJournal(ids);
      ids = [];
      await atOnce(AT_ONCE, without, async (id) => void found.push(...(await this.stray(id, rebuild))));
    };
    for await (const id of this.client.running()) {
      ids.push(id);
      if (ids.length === PAGE) await look();
    }
    if (ids.length > 0) await look();
    return found;
  }

  private async stray(requestId: string, rebuild: boolean): Promise<RequestFinding[]> {
    const position = await this.client.position(requestId);
    // One that has folded nothing ends by itself, or is being submitted.
    if (position === null || !position.running || position.n === 0) return [];
    if ((await this.journal.withoutJournal([requestId])).length === 0) return [];
    if (rebuild) await this.client.end(requestId, 'its request has no journal');
    const detail = `the run stands at n = ${position.n}, and its request has no journal`;
    return [{ kind: 'workflow', detail, requestId, number: null, mended: rebuild }];
  }

  /** Commands that nobody has answered for long, and those that are out of delivery. */
  private async waiting(requestId: string | null): Promise<RequestNote[]> {
    const rows = await this.commands.waiting(requestId, LONG_MS, MOST_STUCK);
    return rows.map(({ id, status, number, requestId: of, seconds }) => {
      const since = `for ${Math.round(seconds / 60)} minutes`;
      return { requestId: of, number, detail: `command ${id} ${WAITS[status]} ${since}` };
    });
  }

  /** What is said while it is read is there when it is read again. */
  private async discussion(requestId: string, sealed: readonly DiscussionSeal[], tries = 1): Promise<string[]> {
    const comments: SealedComment[] = [];
    for (let page: SealedComment[] = [], more = true; more; more = page.length === PAGE) {
      page = await this.journal.comments(requestId, comments.at(-1)?.seq ?? -1, PAGE);
      comments.push(...page);
    }
    const stored = (await this.journal.head(requestId))?.discussion ?? null;
    const faults = discussionFaults(requestId, comments, { sealed, stored });
    return faults.length === 0 || tries === MOST_LOOKS ? faults : this.discussion(requestId, sealed, tries + 1);
  }

  /** Transitions up to the snapshot's n do not change any more: they may be read later. */
  private async replay(process: Process, { head, model }: RequestSnapshot): Promise<Replay> {
    const replay = new Replay(process, head, model);
    for (let n = 0; n < head.n; n += PAGE) replay.fold(await this.journal.transitions(head.id, n, Math.min(PAGE, head.n - n)));
    if (replay.hashes.length < head.n && replay.differences.length === 0)
      replay.differences.push({ kind: 'journal', detail: `the journal ends at ${replay.hashes.length}, the request is at ${head.n}` });
    return replay;
  }

  private rowDifferences(process: Process, { head, columns, model }: RequestSnapshot, replay: Replay): Difference[] {
    if (replay.differences.length > 0) return [];
    if (replay.unfolded !== null) return followedDifferences(process, replay, head, { columns, model });
    return readModelDifferences(replayedColumns(process, replay, head), replay, { columns, model });
  }

  /** Marks the request and mends it where that is asked for; false where it does not stand any more where it was looked at. */
  private async judge(
    at: { head: RequestHead; process: Process; replay: Replay; found: Difference[] },
    report: VerifyReport,
    options: VerifyOptions,
  ): Promise<boolean> {
    const { head, process, replay, found } = at;
    // What cannot be folded cannot be mended from itself.
    const folded = replay.differences.length === 0 && replay.unfolded === null;
    const sound = folded || found.every(({ kind }) => kind === 'workflow');
    const mends = options.rebuild === true && sound;
    if (!(await this.journal.markDiverged(head.id, head.n, found.map(({ detail }) => detail).join('; ')))) return false;
    const mended = mends && (await this.mended(head, process, replay));
    report.findings.push(...found.map((difference) => ({ ...difference, requestId: head.id, number: head.number, mended })));
    return true;
  }

  /** Whether every row stands again as the journal has it; the run is on its way to fold it. */
  private async mended(head: RequestHead, process: Process, replay: Replay): Promise<boolean> {
    if (replay.unfolded === null) await this.journal.rewrite(head.id, replayedColumns(process, replay, head), replay.readModel());
    const snapshot = await this.journal.snapshot(head.id);
    // At another n the run has agreed already, and gone on.
    const left = snapshot?.head.n === head.n ? this.rowDifferences(process, snapshot, replay) : [];
    await this.beginAnew(process, head.id);
    return left.length === 0;
  }

  private async beginAnew({ definition }: Process, requestId: string): Promise<void> {
    await this.client.rebuild(definition, requestId);
    await this.missed.anew(requestId);
  }
}
