import type {
  DefinitionReference,
  RecordInput,
  RecordOutcome,
  RecordResult,
  RequestActivities,
  RequestNews,
  RequestWorkflowInput,
  ReresolveResult,
  SubmitCommandResult,
  TellResult,
} from '@countersign/contracts';
import {
  advance,
  begin,
  type DirectoryCause,
  type EngineRequest,
  type Process,
  type RequestState,
  type Transition,
} from '@countersign/domain';
import { proxyLocalActivities } from '@temporalio/workflow';
import { workflowNow } from './clock';

const { record } = proxyLocalActivities<RequestActivities>({
  // Above the database's transaction_timeout: a call that is given up here has been given up there before.
  startToCloseTimeout: '12s',
  localRetryThreshold: '10s',
  retry: { initialInterval: '100ms', backoffCoefficient: 2, maximumInterval: '5s' },
});

type Asked = RecordInput['command'];

/**
 * Commands strictly one after another. Each asks `record` once with the n and hash of that moment and folds what was stored, never what the
 * update carried; a comparison that fails stops this request and no other.
 */
export class CommandLane {
  /** Commands that became transitions in this run. */
  applied = 0;
  /** Commands of people that got a turn. */
  submits = 0;
  /** Why workflow and journal disagree; the run waits for the operator's rebuild. */
  diverged: string | null = null;
  /** Not before this moment (ms) may the next timer fire; null where the journal knows no deadline at all. */
  notBefore: number | null = 0;
  /** A submit was refused, or nothing came at all. */
  private unanswered = false;
  private request: EngineRequest;
  private readonly definition: DefinitionReference;
  private busy = false;
  /** Turns that wait for the one under way, in the order in which they came. */
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly process: Process,
    private readonly input: RequestWorkflowInput,
  ) {
    const { requestId, state, n, hash } = input;
    this.request = state === null || hash === null ? begin(process.definition, requestId) : { state, n, hash };
    this.definition = { key: process.definition.key, version: process.definition.version, hash: process.hash };
  }

  get state(): RequestState {
    return this.request.state;
  }

  get n(): number {
    return this.request.n;
  }

  /** The journal is empty as far as is known, and there is nothing to wait for; whatever was queued behind a refusal ends that. */
  get empty(): boolean {
    return this.unanswered && this.n === 0;
  }

  get idle(): boolean {
    return !this.busy;
  }

  /** The start input of the run that goes on from here. A poisoned one has no state to hand on: whoever can compile again folds the journal. */
  standing(): RequestWorkflowInput {
    if (this.process.poisoned !== null) return { ...this.input, state: null, n: 0, hash: null };
    return { ...this.input, state: this.request.state, n: this.request.n, hash: this.request.hash };
  }

  /** On the way of every decision: few promises on purpose, the SDK builds a stack trace for each one that a workflow makes. */
  async submit(id: string): Promise<SubmitCommandResult> {
    if (this.busy) await this.turnComes();
    this.busy = true;
    try {
      this.submits += 1;
      return this.answer(await this.apply({ kind: 'row', id }));
    } finally {
      this.leave();
    }
  }

  /** A deadline has come: the journal's clock says whether. At n = 0 only the journal is read: whatever is there is folded. */
  timer(): Promise<void> {
    if (this.n === 0) return this.catchUp();
    return this.inTurn(async () => {
      const outcome = await this.apply({ kind: 'timer' });
      if (outcome.kind === 'not-due') this.notBefore = outcome.ms === null ? null : workflowNow() + outcome.ms;
    });
  }

  /** People, posts or grants have changed: open steps look for their people again. */
  async reresolve(cause: DirectoryCause): Promise<ReresolveResult> {
    const { kind } = await this.inTurn(() => this.apply({ kind: 'directory', cause }));
    return { n: this.n, changed: kind === 'done' };
  }

  /** Another request says what has come of it. */
  async tell(news: RequestNews): Promise<TellResult> {
    const outcome = await this.inTurn(() => this.apply({ kind: 'news', news }));
    if (outcome.kind === 'blocked') return { n: this.n, refused: { code: outcome.blocked, params: { reason: outcome.reason } } };
    return { n: this.n, refused: outcome.kind === 'refused' ? outcome.refusal : null };
  }

  /** Folds the whole journal, and lets `record` see that it was folded. An empty one ends the run. */
  catchUp(): Promise<void> {
    return this.inTurn(async () => {
      await this.apply({ kind: 'page' });
      if (this.n > 0 && !this.diverged) await this.apply({ kind: 'page' });
      this.unanswered = true;
    });
  }

  /** Stops the request from within. */
  stop(reason: string): Promise<void> {
    return this.inTurn(() => this.disagree(reason));
  }

  private async inTurn<T>(turn: () => Promise<T>): Promise<T> {
    if (this.busy) await this.turnComes();
    this.busy = true;
    try {
      return await turn();
    } finally {
      this.leave();
    }
  }

  private turnComes(): Promise<void> {
    return new Promise((next) => this.queue.push(next));
  }

  /** The lane stays busy until the next one has taken over: nobody may slip in between, and the run may not leave. */
  private leave(): void {
    const next = this.queue.shift();
    if (next) next();
    else this.busy = false;
  }

  private apply(command: Asked): Promise<RecordOutcome> {
    if (this.diverged !== null) return Promise.resolve(divergedBy(this.diverged));
    return this.ask(command).then((result) =>
      this.fold(result.transitions) || result.more ? this.rest(result) : this.told(result.outcome),
    );
  }

  /** Further pages of a long journal; and what is to be done when one of them, or the first, is not what the engine comes to. */
  private async rest({ outcome, more }: RecordResult): Promise<RecordOutcome> {
    for (let page = { more }; page.more && this.diverged === null;) {
      const next = await this.ask({ kind: 'page' });
      this.fold(next.transitions);
      page = next;
    }
    if (this.diverged === null) return this.told(outcome);
    await this.disagree(this.diverged);
    return divergedBy(this.diverged);
  }

  /** `record` says so too when journal and workflow disagree. */
  private told(outcome: RecordOutcome): RecordOutcome {
    if (outcome.kind === 'blocked' && outcome.blocked === 'diverged') this.diverged = outcome.reason;
    return outcome;
  }

  private ask(command: Asked): Promise<RecordResult> {
    const { n, hash } = this.request;
    return record({ requestId: this.input.requestId, n, hash, definition: this.definition, command });
  }

  /** One pure step per stored transition; true = the journal says something else than the engine. */
  private fold(transitions: readonly Transition[]): boolean {
    for (const stored of transitions) {
      if (this.diverged !== null) break;
      if (stored.n <= this.request.n) continue;
      this.diverged = this.step(stored);
      if (this.diverged === null) {
        this.applied += 1;
        this.notBefore = 0;
      }
    }
    return this.diverged !== null;
  }

  private step(stored: Transition): string | null {
    // Without a machine nothing can be folded: the run follows the journal by number, and `record` blocks whatever is asked of it.
    if (this.process.poisoned !== null) {
      const { state } = this.request;
      const over = stored.events.some(({ type }) => type === 'request.closed');
      this.request = { state: over ? { ...state, value: 'closed' } : state, n: stored.n, hash: stored.hash };
      return null;
    }
    try {
      const next = advance(this.process, this.request, stored.command, stored.facts);
      if ('need' in next) return `transition ${stored.n} lacks the people of step ${next.need}`;
      if (next.transition.n !== stored.n || next.request.hash !== stored.hash) {
        return `transition ${stored.n} was stored with ${stored.hash}, the workflow comes to ${next.request.hash} at n = ${next.transition.n}`;
      }
      this.request = next.request;
      return null;
    } catch (error) {
      return `transition ${stored.n} cannot be folded: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  private async disagree(reason: string): Promise<void> {
    this.diverged = reason;
    await this.ask({ kind: 'diverged', reason });
  }

  /** Told of the newest transition only; a run without a machine has not folded that one. */
  private undoableSince(at: number): { undoableSince?: string } {
    const own = this.state.context.undo.find(({ n }) => n === at);
    return at === this.n && own !== undefined && this.process.poisoned === null ? { undoableSince: own.at } : {};
  }

  private answer(outcome: RecordOutcome): SubmitCommandResult {
    const n = this.n;
    switch (outcome.kind) {
      case 'done':
        return { outcome: 'done', n, at: outcome.n, ...this.undoableSince(outcome.n) };
      case 'refused':
        this.unanswered = true;
        return { outcome: 'refused', n, refusal: outcome.refusal };
      case 'blocked':
        return { outcome: 'blocked', n, kind: outcome.blocked, reason: outcome.reason };
      default:
        throw new Error(`Expected a command's outcome, but record answered ${outcome.kind}`);
    }
  }
}

function divergedBy(reason: string): RecordOutcome {
  return { kind: 'blocked', blocked: 'diverged', reason };
}
