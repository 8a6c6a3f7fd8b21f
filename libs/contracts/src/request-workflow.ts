import type {
  CallNews,
  ChildNews,
  Command,
  Definition,
  DirectoryCause,
  DroppedWhy,
  Facts,
  Refusal,
  RequestState,
  Transition,
} from '@countersign/domain';

/** Name of the one generic workflow, of its update, and of the queue that its workers poll. */
export const REQUEST_WORKFLOW = 'requestWorkflow';
export const SUBMIT_COMMAND = 'submitCommand';
/** Update of the house: people, posts or grants have changed; open steps look for their people again. */
export const RERESOLVE = 'reresolve';
/** Update of the house: what came of a request that this one has started, or that started this one. */
export const TELL = 'tell';
export const TASK_QUEUE = 'countersign-requests';
/** Signal of the operator: the run goes on as new with n = 0 and folds the whole journal. */
export const REBUILD_SIGNAL = 'rebuild';
/** Failure type of a typed refusal: the only error that closes a command row. */
export const REFUSAL_FAILURE = 'refusal';

/** Workflow id of a request, however its id is spelt: it has one run. Pure. */
export function workflowIdOf(requestId: string): string {
  return `request/${requestId.toLowerCase()}`;
}

const WORKFLOW_ID = /^request\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** The request of a workflow id; null where it is none of a request. Pure. */
export function requestIdOf(workflowId: string): string | null {
  return WORKFLOW_ID.exec(workflowId)?.[1] ?? null;
}

/** Start input, of a new run and of continue-as-new alike, and nothing else. A new run has n = 0 and `begin`'s state. */
export interface RequestWorkflowInput {
  definition: Definition;
  requestId: string;
  state: RequestState | null;
  n: number;
  hash: string | null;
}

/** Argument of the update: the small command, facts for the validator only, and the n that the API saw in PostgreSQL. */
export interface SubmitCommandInput {
  command: Command;
  facts: Facts;
  seenN: number;
}

/**
 * What the update answers. `refused` is a value. `n` is the workflow's own, `at` the command's. `undoableSince`: the moment from which the grace
 * time of the command runs, while nothing has happened since and it can be taken back at all; answers of older workers lack it.
 */
export type SubmitCommandResult =
  | { outcome: 'done'; n: number; at: number; undoableSince?: string }
  | { outcome: 'refused'; n: number; refusal: Refusal }
  | { outcome: 'blocked'; n: number; kind: 'poisoned' | 'diverged'; reason: string };

/** What `reresolve` answers: whether anybody's seat changed. */
export interface ReresolveResult {
  n: number;
  changed: boolean;
}

/** Details of the ApplicationFailure of type `refusal` that the validator throws. */
export interface RefusalDetails {
  refusal: Refusal;
  n: number;
}

/** What one request says to another, or another system to a request. Repeating it comes to the same. */
export type RequestNews =
  { type: 'child.ended'; news: ChildNews } | { type: 'parent.ended'; why: DroppedWhy } | { type: 'call.ended'; called: CallNews };

/** What `tell` answers; `refused`: why it changed nothing. */
export interface TellResult {
  n: number;
  refused: Refusal | null;
}

/** Which definition a run was started with. */
export interface DefinitionReference {
  key: string;
  version: number;
  hash: string;
}

/** What the lane asks of `record`. `command: null` reads the journal only (pages, catching up). */
export interface RecordInput {
  requestId: string;
  /** The lane's own n and hash of that moment. */
  n: number;
  hash: string;
  /** So that `record` knows what to fetch before it reads; the journal's own definition must be the same. */
  definition: DefinitionReference;
  /** Person commands by id (the row holds the body); those of the house by type only: record names them `<request>:timer:<n>`. */
  command:
    | { kind: 'row'; id: string }
    | { kind: 'timer' }
    | { kind: 'directory'; cause: DirectoryCause }
    | { kind: 'news'; news: RequestNews }
    | { kind: 'diverged'; reason: string }
    | { kind: 'page' };
}

/** What came of asking `record`; `not-due`: nothing is due for so long yet; `page`: there was only more to fold. */
export type RecordOutcome =
  | { kind: 'done'; n: number }
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'not-due'; ms: number | null }
  | { kind: 'blocked'; blocked: 'poisoned' | 'diverged'; reason: string }
  | { kind: 'page' };

/** `transitions` since the lane's n, at most 200; `more` when there are further ones. */
export interface RecordResult {
  transitions: Transition[];
  more: boolean;
  outcome: RecordOutcome;
}

/** The worker's local activities. */
export interface RequestActivities {
  record(input: RecordInput): Promise<RecordResult>;
}

/** Hint on the stream: something about these requests changed; no content. */
export interface StreamHint {
  type: 'request' | 'inbox' | 'notifications' | 'command';
  id: string;
}

/** Channel of NOTIFY; payload is a `Change`. */
export const CHANGES_CHANNEL = 'countersign_changes';

/** Channel of NOTIFY; payload is the id of a person some of whose access has ended (`libs/database/src/functions/access-ended.sql.ts`). */
export const ACCESS_CHANNEL = 'countersign_access';

/**
 * What changed, for whom. `request` null: only these people's notifications. `people` null: too many to name, look at the participants;
 * `more`: look at them too, those whom an earlier opening of a step concerned are not named.
 */
export interface Change {
  request: string | null;
  people: string[] | null;
  more?: boolean | undefined;
  command?: string | undefined;
}
