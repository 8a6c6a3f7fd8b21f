import type { RecordInput, RecordOutcome, RecordResult, RequestNews } from '@countersign/contracts';
import {
  engineRequestOf,
  factsOf,
  formBeforeOf,
  type KnownProcess,
  type RecordRead,
  type RequestHead,
  type ToStore,
} from '@countersign/database';
import {
  block,
  commandFrom,
  decide,
  nextDeadline,
  refusal,
  resolverOver,
  standingStep,
  SYSTEM_ACTOR,
  timerCommand,
  type Advanced,
  type Ask,
  type Blocked,
  type Command,
  type CommandBody,
  type Directory,
  type DirectoryCause,
  type EngineRequest,
  type Facts,
  type FormBefore,
} from '@countersign/domain';
import { writeOf } from './write-of';

export interface RecordDecision {
  store: ToStore;
  result: RecordResult;
}

/** What a decision is taken on: the lane's question, what was read under locks, the compiled definition. */
export interface Question {
  input: RecordInput;
  read: RecordRead;
  known: KnownProcess;
}

/** Transitions that one page holds. */
const PAGE = 200;
/** A timer that is not due yet is asked again after at least this long. */
const SOON_MS = 1_000;

/** Decides one call of `record`. Pure: facts are in what was read, and the domain decides. */
export function decideRecord(question: Question): RecordDecision {
  const { input, read, known } = question;
  const head = ownRequest(input, read);
  if (!head) return lost(input);
  const request = engineRequestOf(known.process, head);
  if (isSuperseded(question, head)) return nothing([], { kind: 'refused', refusal: refusal('process-changed') });
  const wrong = disagreement(question, head);
  if (wrong !== null) return diverged(wrong);
  if (input.command.kind === 'page') return page(question, head);
  if (head.diverged) return nothing(read.transitions, divergedBy(head.diverged.reason), request.n);
  if (input.command.kind === 'timer') return timer(question, head, request);
  if (input.command.kind === 'news') return news(question, { head, request, news: input.command.news });
  if (input.command.kind === 'directory') return directory(question, { head, request, cause: input.command.cause });
  return row(question, head, request);
}

/** PostgreSQL finds a request by any spelling of its id; a run that goes by another one than the request's is no run of it. */
function ownRequest({ requestId }: RecordInput, { request }: RecordRead): RequestHead | null {
  return request?.id === requestId ? request : null;
}

/** A first submit that set out with one version of its process while the draft went on to a newer one: nothing has happened yet, and nothing will. */
function isSuperseded({ input, known }: Question, head: RequestHead): boolean {
  return head.n === 0 && input.n === 0 && input.command.kind === 'row' && head.definition.hash !== known.process.hash;
}

/** Refuses a command whose value was taken meanwhile, by somebody whom no read could find: it is spelt as only the domain tells. Pure. */
export function refuseTaken({ input, read }: Question): RecordDecision {
  const taken = refusal('value-taken', { field: null, value: null, request: '' });
  return input.command.kind === 'row'
    ? nothing(read.transitions, { kind: 'refused', refusal: taken }, read.request?.n)
    : nothing([], { kind: 'page' });
}

/** Decides a call of a run with a definition that PostgreSQL does not have: of another backup, or changed by hand. Pure. */
export function decideUnknown({ input, read }: Omit<Question, 'known'>): RecordDecision {
  const head = ownRequest(input, read);
  return head ? diverged(otherDefinition(input, head)) : lost(input);
}

/** Marks a request whose facts cannot even be read: nothing is decided, and nobody goes on before an operator has looked. Pure. */
export function markOnly(head: RequestHead | null, reason: string): RecordDecision {
  return head ? diverged(reason) : nothing([], { kind: 'refused', refusal: refusal('unknown-request') });
}

/** The journal has no such request. A run that stands on one of its transitions stops; one that never did has nothing to wait for. */
function lost({ n }: RecordInput): RecordDecision {
  if (n === 0) return nothing([], { kind: 'refused', refusal: refusal('unknown-request') });
  return nothing([], divergedBy(`the workflow stands at n = ${n}, the journal has no such request`));
}

function diverged(reason: string): RecordDecision {
  return { store: { kind: 'diverged', reason }, result: { transitions: [], more: false, outcome: divergedBy(reason) } };
}

function otherDefinition({ definition }: RecordInput, head: RequestHead): string {
  return `the run has definition ${definition.hash}, the request has ${head.definition.hash}`;
}

/** Why the lane cannot be standing where it says it is; null where it can. */
function disagreement({ input, read, known }: Question, head: RequestHead): string | null {
  if (input.command.kind === 'diverged') return input.command.reason;
  if (head.definition.hash !== known.process.hash) return otherDefinition(input, head);
  const expected = input.n === 0 ? engineRequestOf(known.process, { ...head, n: 0 }).hash : read.journalHash;
  if (expected === input.hash) return null;
  return `the workflow stands at n = ${input.n} with ${input.hash}, the journal (n = ${head.n}) has ${expected ?? 'no such transition'}`;
}

function page({ input, read }: Question, head: RequestHead): RecordDecision {
  // The lane has folded everything and stands exactly where the journal stands: whatever was wrong is mended.
  const agreed = head.diverged !== null && input.n === head.n;
  return { ...nothing(read.transitions, { kind: 'page' }, head.n), store: agreed ? { kind: 'agreed' } : null };
}

function timer(question: Question, head: RequestHead, request: EngineRequest): RecordDecision {
  const { read } = question;
  const facts = factsFor(question, head, null);
  const due = nextDeadline(request.state);
  if (due === null) return nothing(read.transitions, { kind: 'not-due', ms: null }, head.n);
  const ms = Date.parse(due.at) - Date.parse(facts.now);
  if (ms > 0) return nothing(read.transitions, { kind: 'not-due', ms: Math.max(ms, SOON_MS) }, head.n);
  return applied(question, { head, request, facts, command: () => timerCommand(request, due), body: null });
}

/** People, posts or grants have changed. It has no row: repeating it comes to the same. */
function directory(
  question: Question,
  { head, request, cause }: { head: RequestHead; request: EngineRequest; cause: DirectoryCause },
): RecordDecision {
  const facts = factsFor(question, head, null);
  if (request.state.context.poisoned !== null) return stoppedStill(question, head, request.state.context.poisoned);
  const body = { type: 'directory.changed' as const, requestId: head.id, actor: SYSTEM_ACTOR, cause };
  const command = (before: FormBefore): Command =>
    commandFrom(question.known.process, body, `${head.id}:directory.changed:${head.n}`, before);
  return applied(question, { head, request, facts, command, body: null });
}

/** Another request says what has come of it. It has no row: repeating it comes to the same. */
function news(
  question: Question,
  { head, request, news }: { head: RequestHead; request: EngineRequest; news: RequestNews },
): RecordDecision {
  if (head.n === 0) return nothing(question.read.transitions, { kind: 'refused', refusal: refusal('invalid-state', { state: 'draft' }) });
  const facts = factsFor(question, head, null);
  const { answer } = question.read;
  // Of what another system has answered the run knows that it did, and the database what.
  const body = { ...news, requestId: head.id, actor: SYSTEM_ACTOR, ...(answer && { fields: answer }) };
  const command = (before: FormBefore): Command => commandFrom(question.known.process, body, `${head.id}:${news.type}:${head.n}`, before);
  return applied(question, { head, request, facts, command, body: answer ? body : null });
}

/** A request that was stopped stays so; whoever looks after requests now is told. */
function stoppedStill(question: Question, head: RequestHead, { owners, reason }: Omit<Blocked, 'kind'>): RecordDecision {
  const { read } = question;
  if (owners.join() !== directoryOf(read).operators.join()) return poison(question, reason);
  return nothing(read.transitions, { kind: 'refused', refusal: refusal('unchanged') }, head.n);
}

function row(question: Question, head: RequestHead, request: EngineRequest): RecordDecision {
  const { read } = question;
  const { command: stored } = read;
  if (!stored || stored.requestId !== head.id)
    return nothing(read.transitions, { kind: 'refused', refusal: refusal('unknown-request') }, head.n);
  if (stored.status === 'refused') {
    return nothing(read.transitions, { kind: 'refused', refusal: stored.outcome ?? refusal('invalid-state') }, head.n);
  }
  if (stored.status !== 'open' && stored.n !== null) return nothing(read.transitions, { kind: 'done', n: stored.n }, head.n);
  const facts = { ...factsFor(question, head, stored.actorId), ...(read.effectsTaken && { effectsTaken: true }) };
  const command = (before: FormBefore): Command => commandFrom(question.known.process, stored.body, stored.id, before);
  return applied(question, { head, request, facts, command, body: stored.body });
}

interface Applying {
  head: RequestHead;
  request: EngineRequest;
  facts: Facts;
  command: (before: FormBefore) => Command;
  body: CommandBody | null;
}

/** Guards, resolver, machine and projection; whatever throws in them blocks this request and nobody else's. */
function applied(question: Question, applying: Applying): RecordDecision {
  const { read, known } = question;
  const { head, request, facts, body } = applying;
  try {
    const before = formBeforeOf({ head, known, request, facts, directory: directoryOf(read) });
    const ask: Ask = { command: applying.command(before), body, before, overwritten: read.overwritten };
    const decided = decide(known.process, request, { ask, facts }, resolverOver(known.process, directoryOf(read)));
    if ('refused' in decided) return nothing(read.transitions, { kind: 'refused', refusal: decided.refused }, head.n);
    const form = body === null ? head.form : decided.form;
    const write = writeOf({ process: known.process, read, head, before: request, body, ...decided, form });
    return { store: { kind: 'transition', write }, result: withNew(read, head.n, decided) };
  } catch (error) {
    return poison(question, `${error instanceof Error ? error.message : String(error)}`);
  }
}

function directoryOf({ facts }: RecordRead): Directory {
  if (!facts) throw new Error('Expected record_read to bring the directory, but it did not');
  return facts.directory;
}

function factsFor({ read }: Question, head: RequestHead, actorId: string | null): Facts {
  if (!read.facts) throw new Error('Expected record_read to bring facts, but it did not');
  return factsOf(read.facts, head, actorId);
}

/** Stops this request as poisoned: a transition of its own, owned by the operators. */
export function poison(question: Question, reason: string): RecordDecision {
  const { read, known } = question;
  const head = read.request;
  if (!head || !read.facts) throw new Error(`Expected to block a request, but it was not read: ${reason}`);
  const request = engineRequestOf(known.process, head);
  const facts = factsFor(question, head, null);
  facts.seats[standingStep(request.state) ?? ''] = { kind: 'blocked', owners: read.facts.directory.operators, reason };
  const advanced = block(request, reason, facts);
  const blocked = { ...advanced, derivations: {}, form: head.form, held: null, movements: [] };
  const write = writeOf({ process: known.process, read, head, before: request, body: null, ...blocked });
  const outcome: RecordOutcome = { kind: 'blocked', blocked: 'poisoned', reason };
  return { store: { kind: 'transition', write }, result: { ...withNew(read, head.n, advanced), outcome } };
}

/** Transitions that the lane lacks, with the new one when it still fits on the page. */
function withNew(read: RecordRead, n: number, { transition }: Advanced): RecordResult {
  const complete = read.transitions.length === 0 || read.transitions.at(-1)?.n === n;
  const fits = complete && read.transitions.length < PAGE;
  const transitions = fits ? [...read.transitions, transition] : read.transitions;
  return { transitions, more: !fits, outcome: { kind: 'done', n: transition.n } };
}

function nothing(transitions: RecordResult['transitions'], outcome: RecordOutcome, n = 0): RecordDecision {
  const last = transitions.at(-1);
  return { store: null, result: { transitions, more: last !== undefined && last.n < n, outcome } };
}

function divergedBy(reason: string): RecordOutcome {
  return { kind: 'blocked', blocked: 'diverged', reason };
}
