import { clock } from '@countersign/database';
import {
  REQUEST_WORKFLOW,
  SUBMIT_COMMAND,
  TASK_QUEUE,
  REBUILD_SIGNAL,
  RERESOLVE,
  TELL,
  requestIdOf,
  workflowIdOf,
  type RecordResult,
  type RequestNews,
  type RequestWorkflowInput,
  type ReresolveResult,
  type SubmitCommandInput,
  type SubmitCommandResult,
  type TellResult,
} from '@countersign/contracts';
import type { Definition, DirectoryCause } from '@countersign/domain';
import {
  Client,
  Connection,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
} from '@temporalio/client';
import { defaultPayloadConverter, type Workflow } from '@temporalio/common';
import { sendOutcome, type SendOutcome } from './send-outcome';

/** Where a run stands, read from its history without a worker: the last transition that it has folded. */
export interface RunPosition {
  running: boolean;
  n: number;
  hash: string | null;
  /** How often in a row the run could not take its next step; 0 while it can. */
  failures: number;
}

/** Failed steps of a run in a row that a restart of its worker explains. */
const MOST_FAILURES = 2;

/** Whether a run cannot take its next step, however often it is tried. Pure. */
export function isStuck(position: RunPosition | null): boolean {
  return position !== null && position.running && position.failures > MOST_FAILURES;
}

/** An update that meets a run just continuing as new: the next run is there in milliseconds, not in the second that the default waits. */
const CLOSING = /workflow (execution )?is closing/i;
const CLOSING_MS = 50;

const standard = defaultGrpcRetryOptions();
const resend = makeGrpcRetryInterceptor({
  ...standard,
  delayFunction: (attempt, status) => (CLOSING.test(status.details) ? CLOSING_MS : standard.delayFunction(attempt, status)),
});

/** What is asked of the runs of requests; schedules are asked in `schedule-client.ts`. No other file knows the Temporal client. Expected outcomes are values; nothing expected is thrown. */
export class RequestClient {
  private constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    /** How long an answer is waited for; left alone, the SDK sends an update again until it is accepted. */
    readonly waitMs: number,
  ) {}

  /** Connects lazily: a Temporal server that is down makes sends unknown, and nothing else. */
  static connect(options: { address: string; namespace: string; waitMs: number }): RequestClient {
    const connection = Connection.lazy({ address: options.address, interceptors: [resend], connectTimeout: '5s' });
    return new RequestClient(connection, new Client({ connection, namespace: options.namespace }), options.waitMs);
  }

  /** Sends to the running workflow of the request. */
  async send(requestId: string, updateId: string, input: SubmitCommandInput): Promise<SendOutcome> {
    const handle = this.client.workflow.getHandle(workflowIdOf(requestId));
    return this.outcomeOf(() =>
      handle.executeUpdate<SubmitCommandResult, [SubmitCommandInput]>(SUBMIT_COMMAND, { updateId, args: [input] }),
    );
  }

  /** The same with start: a run that is there is used, a closed or lost one is followed by a new one that begins at n = 0. */
  async sendWithStart(definition: Definition, updateId: string, input: SubmitCommandInput & { requestId: string }): Promise<SendOutcome> {
    const { requestId, ...update } = input;
    return this.outcomeOf(() =>
      this.client.workflow.executeUpdateWithStart<Workflow, SubmitCommandResult, [SubmitCommandInput]>(SUBMIT_COMMAND, {
        updateId,
        args: [update],
        startWorkflowOperation: startOperation(definition, requestId),
      }),
    );
  }

  /**
   * Lets open steps of the request look for their people again; `changed`: somebody's seat did. A lost run is started and folds the journal first.
   * Throws where nothing is known of it: it may be sent again.
   */
  reresolve(definition: Definition, requestId: string, cause: DirectoryCause): Promise<ReresolveResult> {
    return this.connection.withDeadline(clock.ms() + this.waitMs, () =>
      this.client.workflow.executeUpdateWithStart<Workflow, ReresolveResult, [DirectoryCause]>(RERESOLVE, {
        args: [cause],
        startWorkflowOperation: startOperation(definition, requestId),
      }),
    );
  }

  /** Lets one request say something to another, whatever state that one is in. A lost run is started and folds the journal first. Throws where nothing is known of it: it may be sent again. */
  tell(definition: Definition, requestId: string, news: RequestNews): Promise<TellResult> {
    return this.connection.withDeadline(clock.ms() + this.waitMs, () =>
      this.client.workflow.executeUpdateWithStart<Workflow, TellResult, [RequestNews]>(TELL, {
        args: [news],
        startWorkflowOperation: startOperation(definition, requestId),
      }),
    );
  }

  /** Begins the request's run anew where it cannot take its next step. False: it can, or there is none. */
  async rebuildIfStuck(definition: Definition, requestId: string): Promise<boolean> {
    if (!isStuck(await this.position(requestId))) return false;
    await this.rebuild(definition, requestId);
    return true;
  }

  /** Lets the request's run go on as new from n = 0, or starts one: it folds the whole journal. One that cannot take its next step would not hear of it, and is ended. */
  async rebuild(definition: Definition, requestId: string): Promise<void> {
    if (isStuck(await this.position(requestId))) await this.end(requestId, 'it could not take its next step');
    await this.connection.withDeadline(clock.ms() + this.waitMs, () =>
      this.client.workflow.signalWithStart(REQUEST_WORKFLOW, {
        workflowId: workflowIdOf(requestId),
        taskQueue: TASK_QUEUE,
        args: [startInput(definition, requestId)],
        signal: REBUILD_SIGNAL,
        signalArgs: [],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT,
      }),
    );
  }

  /** Ids of requests that have a run under way, as far as Temporal's list knows by now. */
  async *running(): AsyncGenerator<string> {
    const query = `WorkflowType = '${REQUEST_WORKFLOW}' AND ExecutionStatus = 'Running'`;
    for await (const { workflowId } of this.client.workflow.list({ query })) {
      const requestId = requestIdOf(workflowId);
      if (requestId !== null) yield requestId;
    }
  }

  /** Ends the run of a request, if there is one. */
  async end(requestId: string, reason: string): Promise<void> {
    const handle = this.client.workflow.getHandle(workflowIdOf(requestId));
    try {
      await this.connection.withDeadline(clock.ms() + this.waitMs, () => handle.terminate(reason));
    } catch (error) {
      // It has ended meanwhile.
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  /** Reads the run's history: its start input, then what its `record` calls brought. Null = Temporal knows no such run. */
  async position(requestId: string): Promise<RunPosition | null> {
    const handle = this.client.workflow.getHandle(workflowIdOf(requestId));
    try {
      const [description, history] = await this.connection.withDeadline(clock.ms() + this.waitMs, () =>
        Promise.all([handle.describe(), handle.fetchHistory()]),
      );
      const { pendingWorkflowTask } = description.raw;
      // The first attempt is no failure, and a second one may be a worker that has just gone.
      const failures = Math.max((pendingWorkflowTask?.attempt ?? 1) - 1, 0);
      return { running: description.status.name === 'RUNNING', failures, ...positionIn(history.events ?? []) };
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    }
  }

  /** Whether the server answers. */
  async probe(): Promise<boolean> {
    await this.connection.withDeadline(clock.ms() + 1_500, () => this.connection.workflowService.getSystemInfo({}));
    return true;
  }

  async close(): Promise<void> {
    await this.connection.close();
  }

  private outcomeOf(call: () => Promise<SubmitCommandResult>): Promise<SendOutcome> {
    return sendOutcome(() => this.connection.withDeadline(clock.ms() + this.waitMs, call));
  }
}

const WORKFLOW_TASK_TIMEOUT = '3s';

/** A run that is there is used; each call takes a new one of these. */
function startOperation(definition: Definition, requestId: string): WithStartWorkflowOperation<Workflow> {
  return new WithStartWorkflowOperation(REQUEST_WORKFLOW, {
    workflowId: workflowIdOf(requestId),
    taskQueue: TASK_QUEUE,
    args: [startInput(definition, requestId)],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT,
  });
}

function startInput(definition: Definition, requestId: string): RequestWorkflowInput {
  return { definition, requestId: requestId.toLowerCase(), state: null, n: 0, hash: null };
}

type HistoryEvents = NonNullable<Awaited<ReturnType<ReturnType<Client['workflow']['getHandle']>['fetchHistory']>>['events']>;

function positionIn(events: HistoryEvents): { n: number; hash: string | null } {
  const start = events[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
  const input = start ? defaultPayloadConverter.fromPayload<RequestWorkflowInput>(start) : null;
  let position = { n: input?.n ?? 0, hash: input?.hash ?? null };
  for (const event of events) {
    const result = event.markerRecordedEventAttributes?.details?.result?.payloads?.[0];
    const last = result ? defaultPayloadConverter.fromPayload<RecordResult>(result).transitions.at(-1) : undefined;
    if (last) position = { n: last.n, hash: last.hash };
  }
  return position;
}
